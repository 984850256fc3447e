using System.Reflection;

namespace Greetings;

/// <summary>Knows only its own version.</summary>
public static class GreetingsLibrary
{
    public static string Version { get; } =
        typeof(GreetingsLibrary).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
