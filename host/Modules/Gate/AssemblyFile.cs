using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>An assembly as data: read into memory, neither mapped nor loaded.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader image;

    private AssemblyFile(PEReader image)
    {
        this.image = image;
        Metadata = image.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    public string Name => Metadata.GetString(Metadata.GetAssemblyDefinition().Name);

    public Version Version => Metadata.GetAssemblyDefinition().Version;

    public IEnumerable<(string Name, Version Version)> References => Metadata.AssemblyReferences
        .Select(handle => Metadata.GetAssemblyReference(handle))
        .Select(reference => (Metadata.GetString(reference.Name), reference.Version));

    /// <summary>Version of the contracts it was compiled with; null when it references none.</summary>
    public Version? ContractsVersion => References.FirstOrDefault(reference => reference.Name == HostContracts.AssemblyName).Version;

    /// <summary>The assembly's code, for those who read it instead of running it.</summary>
    public PEReader Image => image;

    /// <summary>Null when the bytes are no managed assembly.</summary>
    public static AssemblyFile? TryRead(byte[] bytes)
    {
        var reader = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
        try
        {
            if (reader.HasMetadata && reader.GetMetadataReader().IsAssembly)
            {
                return new AssemblyFile(reader);
            }
        }
        catch (BadImageFormatException)
        {
            // Said by the null: native libraries and cut-off files come along here.
        }

        reader.Dispose();
        return null;
    }

    public static async Task<AssemblyFile?> TryReadAsync(string path, CancellationToken cancellationToken) =>
        TryRead(await File.ReadAllBytesAsync(path, cancellationToken));

    /// <summary>The moniker of the target framework, for example <c>.NETCoreApp,Version=v10.0</c>; null when there is none.</summary>
    public string? TargetFramework => AttributeText("System.Runtime.Versioning.TargetFrameworkAttribute");

    /// <summary>The release, finer than the version that references name; null when there is none.</summary>
    public Version? FileVersion => Version.TryParse(AttributeText("System.Reflection.AssemblyFileVersionAttribute"), out var version) ? version : null;

    /// <summary>Namespace and name of a type that is defined or referenced here; empty for constructed types.</summary>
    public string TypeName(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => SignatureNames.Of(Metadata, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => SignatureNames.Of(Metadata, (TypeReferenceHandle)handle),
        _ => "",
    };

    public void Dispose() => image.Dispose();

    private string? AttributeText(string name)
    {
        foreach (var handle in Metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = Metadata.GetCustomAttribute(handle);
            if (AttributeName(attribute) != name)
            {
                continue;
            }

            var value = Metadata.GetBlobReader(attribute.Value);
            return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
        }

        return null;
    }

    private string AttributeName(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
            ? TypeName(Metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent)
            : "";
}
