using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Compiles a module's code before users come to it: the first turn of a build would otherwise take ten times as long,
/// and with it the turns of others on a machine with few cores.
/// </summary>
internal static class Precompiled
{
    /// <summary>What a very large module has beyond this is compiled when it is first called.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    /// <summary>Compiles what can be without running anything of it; what cannot is left for its first call, which will say why.</summary>
    public static void Compile(Assembly module)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var method in MethodsOf(module))
        {
            if (Stopwatch.GetElapsedTime(began) > Enough)
            {
                return;
            }

            try
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
            catch (Exception unsound) when (unsound is TypeLoadException or MissingMemberException or IOException or BadImageFormatException or InvalidProgramException)
            {
                // It names what is not there, and will throw the same when it is called.
            }
        }
    }

    private static IEnumerable<MethodBase> MethodsOf(Assembly module)
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        Type[] types;
        try
        {
            types = module.GetTypes();
        }
        catch (ReflectionTypeLoadException partial)
        {
            types = [.. partial.Types.OfType<Type>()];
        }

        return types.Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
            .Where(method => !method.IsAbstract && !method.ContainsGenericParameters && !method.Attributes.HasFlag(MethodAttributes.PinvokeImpl));
    }
}
