using System.Globalization;

namespace DrAivBot.TestPlugins.Load;

/// <summary>What the three modules differ in.</summary>
internal static class Names
{
#if STEADY
    public const string Id = "load_steady";
#elif SWITCHED
    public const string Id = "load_switched";
#else
    public const string Id = "load_changing";
#endif

    /// <summary>The suite writes other digits into the built file: a new version of the same module.</summary>
    private const string Stamp = "BUILD-00000";

    public static int Build { get; } = int.Parse(Stamp.AsSpan("BUILD-".Length), CultureInfo.InvariantCulture);
}
