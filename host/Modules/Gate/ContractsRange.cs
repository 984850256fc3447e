using System.Globalization;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>The versions of the contracts a module works with, both ends included.</summary>
internal sealed record ContractsRange
{
    public const string MinRule = "a version such as \"1.0\"";
    public const string MaxRule = "a major version such as \"1.x\", or a version such as \"1.3\"";

    /// <summary>Major and minor.</summary>
    public required Version Min { get; init; }

    /// <summary>As written: <c>1.x</c> for every version of that major, or major and minor.</summary>
    public required string Max { get; init; }

    /// <summary>Null when the text is no version, or has more than major and minor.</summary>
    public static Version? TryReadMin(string text) => Version.TryParse(text, out var version) && version.Build < 0 ? version : null;

    public static bool IsMax(string text) => TryReadMajor(text) is not null || TryReadMin(text) is not null;

    public bool Allows(Version host) => host >= Min && !IsTooNew(host);

    public bool IsTooNew(Version host) =>
        TryReadMajor(Max) is { } major ? host.Major > major : new Version(host.Major, host.Minor) > TryReadMin(Max);

    public override string ToString() => $"{Min} to {Max}";

    private static int? TryReadMajor(string text) =>
        text.EndsWith(".x", StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
}
