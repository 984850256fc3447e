using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>
/// Id and version that a module's class gives itself, read from its code instead of by running it. Found where they
/// are written down as constants, <c>new() { Id = "planner", Version = new Version(1, 4) }</c>.
/// </summary>
internal sealed class DeclaredIdentity
{
    private const string Manifest = "DrAivBot.ModuleManifest";

    private readonly AssemblyFile assembly;

    private DeclaredIdentity(AssemblyFile assembly, string moduleClass)
    {
        this.assembly = assembly;
        var reader = assembly.Metadata;
        var type = reader.TypeDefinitions.First(handle => SignatureNames.Of(reader, handle) == moduleClass);
        foreach (var method in reader.GetTypeDefinition(type).GetMethods().Select(handle => reader.GetMethodDefinition(handle)).Where(method => method.RelativeVirtualAddress != 0))
        {
            Read(Instruction.ReadAll(assembly.Image.GetMethodBody(method.RelativeVirtualAddress).GetILReader()));
        }
    }

    /// <summary>Null when it is not a constant.</summary>
    public string? Id { get; private set; }

    /// <summary>Null when it is not made of constants.</summary>
    public Version? Version { get; private set; }

    public static DeclaredIdentity Find(AssemblyFile assembly, string moduleClass) => new(assembly, moduleClass);

    private void Read(List<Instruction> code)
    {
        for (var i = 1; i < code.Count; i++)
        {
            switch (CalledOn(code[i], Manifest))
            {
                case "set_Id":
                    Id ??= TextOf(code[i - 1]);
                    break;
                case "set_Version" when CalledOn(code[i - 1], "System.Version") == ".ctor":
                    Version ??= VersionOf(code, i - 1);
                    break;
            }
        }
    }

    private Version? VersionOf(List<Instruction> code, int call)
    {
        if (call > 0 && TextOf(code[call - 1]) is { } text)
        {
            return Version.TryParse(text, out var version) ? version : null;
        }

        var numbers = code.Take(call).Reverse().TakeWhile(part => part.Number is not null).Take(CountParameters(code[call])).Select(part => part.Number).Reverse();
        return Version.TryParse(string.Join('.', numbers), out var made) ? made : null;
    }

    private string? TextOf(Instruction part) => part.Code == ILOpCode.Ldstr
        ? assembly.Metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(part.Operand))
        : null;

    private string? CalledOn(Instruction part, string type) => FindCalled(part) is { } member && assembly.TypeName(member.Parent) == type
        ? assembly.Metadata.GetString(member.Name)
        : null;

    private int CountParameters(Instruction part) => FindCalled(part)?.DecodeMethodSignature(SignatureNames.Instance, null).ParameterTypes.Length ?? 0;

    private MemberReference? FindCalled(Instruction part)
    {
        if (part.Code is not (ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj))
        {
            return null;
        }

        var handle = MetadataTokens.EntityHandle(part.Operand);
        return handle.Kind == HandleKind.MemberReference ? assembly.Metadata.GetMemberReference((MemberReferenceHandle)handle) : null;
    }
}
