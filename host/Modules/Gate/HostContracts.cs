using System.Reflection.Metadata;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>The types and members of the host's contracts, by name and signature. Immutable.</summary>
internal sealed class HostContracts
{
    public const string AssemblyName = "DrAivBot.Contracts";

    private readonly Dictionary<string, HashSet<string>> members = new(StringComparer.Ordinal);

    /// <param name="assembly">The contracts the host runs with.</param>
    public HostContracts(AssemblyFile assembly)
    {
        Version = assembly.FileVersion ?? assembly.Version;
        var reader = assembly.Metadata;
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var methods = type.GetMethods().Select(h => reader.GetMethodDefinition(h)).Select(method =>
                Key(reader.GetString(method.Name), SignatureNames.Spell(method.DecodeSignature(SignatureNames.Instance, null))));
            var fields = type.GetFields().Select(h => reader.GetFieldDefinition(h)).Select(field =>
                Key(reader.GetString(field.Name), field.DecodeSignature(SignatureNames.Instance, null)));
            members[SignatureNames.Of(reader, handle)] = [.. methods, .. fields];
        }
    }

    /// <summary>The release: the assembly version stays at major.0, so that any module finds it.</summary>
    public Version Version { get; }

    /// <summary>Those this host was started with.</summary>
    public static async Task<HostContracts> ReadOwnAsync(CancellationToken cancellationToken) =>
        new((await AssemblyFile.TryReadAsync(typeof(IBotModule).Assembly.Location, cancellationToken))!);

    /// <summary>What the assembly uses of the contracts and the host's do not have, as an author would write it.</summary>
    public IReadOnlyList<string> FindMissing(AssemblyFile assembly)
    {
        var reader = assembly.Metadata;
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeReferences.Where(handle => IsOfContracts(reader, handle)))
        {
            var name = SignatureNames.Of(reader, handle);
            if (!members.ContainsKey(name))
            {
                missing.Add($"type {name}");
            }
        }

        foreach (var member in reader.MemberReferences.Select(handle => reader.GetMemberReference(handle)))
        {
            if (FindOwner(reader, member.Parent) is { } owner && members.TryGetValue(owner, out var known)
                && !known.Contains(Key(reader.GetString(member.Name), Spell(member))))
            {
                missing.Add($"{owner}.{reader.GetString(member.Name)}");
            }
        }

        return [.. missing];
    }

    private static string Key(string name, string signature) => $"{name}: {signature}";

    private static string Spell(MemberReference member) => member.GetKind() == MemberReferenceKind.Method
        ? SignatureNames.Spell(member.DecodeMethodSignature(SignatureNames.Instance, null))
        : member.DecodeFieldSignature(SignatureNames.Instance, null);

    private static bool IsOfContracts(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfContracts(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == AssemblyName,
            _ => false,
        };
    }

    /// <summary>The contracts type that owns a member; null for members of other assemblies and of arrays.</summary>
    private static string? FindOwner(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeSpecification)
        {
            var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
            if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            {
                return null;
            }

            blob.ReadByte();
            parent = blob.ReadTypeHandle();
        }

        return parent.Kind == HandleKind.TypeReference && IsOfContracts(reader, (TypeReferenceHandle)parent)
            ? SignatureNames.Of(reader, (TypeReferenceHandle)parent)
            : null;
    }
}
