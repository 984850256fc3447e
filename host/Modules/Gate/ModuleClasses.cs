using System.Reflection;
using System.Reflection.Metadata;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>Finds the classes that implement <see cref="IBotModule"/> without loading them.</summary>
internal static class ModuleClasses
{
    private const string Interface = "DrAivBot.IBotModule";

    /// <summary>The one usable class, in the form reflection takes; empty after a problem.</summary>
    public static string FindOne(AssemblyFile assembly, List<string> problems)
    {
        var all = FindAll(assembly);
        var usable = all.Where(type => type.IsUsable).Select(type => type.Name).ToArray();
        if (usable.Length == 1)
        {
            return usable[0];
        }

        problems.Add(usable.Length > 1
            ? $"It has {usable.Length} module classes: {string.Join(", ", usable)}. A module has exactly one: keep one public class that "
                + "implements IBotModule, and make an assembly of its own for each other."
            : all.Count > 0
                ? $"{all[0].Name} implements IBotModule, but is not a public, non-abstract class with a public parameterless constructor. "
                    + "Make it one: the host creates it before any services exist."
                : "It has no class that implements IBotModule, so it is no module. Correct the path if this is a library of the module, or "
                    + "add \"public sealed class … : IBotModule\".");
        return "";
    }

    public static bool Any(AssemblyFile assembly) => FindAll(assembly).Count > 0;

    private static List<(string Name, bool IsUsable)> FindAll(AssemblyFile assembly)
    {
        var reader = assembly.Metadata;
        return [.. reader.TypeDefinitions
            .Where(handle => !reader.GetTypeDefinition(handle).Attributes.HasFlag(TypeAttributes.Abstract))
            .Where(handle => Implements(assembly, handle))
            .Select(handle => (SignatureNames.Of(reader, handle), IsUsable(reader, reader.GetTypeDefinition(handle))))];
    }

    private static bool Implements(AssemblyFile assembly, TypeDefinitionHandle handle)
    {
        var type = assembly.Metadata.GetTypeDefinition(handle);
        return type.GetInterfaceImplementations()
                .Any(i => assembly.TypeName(assembly.Metadata.GetInterfaceImplementation(i).Interface) == Interface)
            || (!type.BaseType.IsNil && type.BaseType.Kind == HandleKind.TypeDefinition && Implements(assembly, (TypeDefinitionHandle)type.BaseType));
    }

    private static bool IsUsable(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
        && type.GetMethods().Select(handle => reader.GetMethodDefinition(handle)).Any(method =>
            reader.GetString(method.Name) == ".ctor"
            && (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
            && method.DecodeSignature(SignatureNames.Instance, null).ParameterTypes.Length == 0);
}
