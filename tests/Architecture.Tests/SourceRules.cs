using System.Text.RegularExpressions;

namespace DrAivBot.Architecture.Tests;

/// <summary>Rules over one source file each: what is wrong in words, or null. Pure, so that a seeded text turns each red.</summary>
internal static partial class SourceRules
{
    private const int LongestFile = 300;

    /// <summary>The four boundaries where anything may be caught, and the start, which puts it into words and throws on.</summary>
    private static readonly string[] Boundaries =
    [
        "host/Updates/TurnRunner.cs", "host/Work/JobRunner.cs", "host/Delivery/OutboxDispatcher.cs", "host/RunningHost.cs",
        "host/Modules/ModuleCatalogue.cs", "host/Modules/ModuleLoader.cs", "host/Modules/ModuleThread.cs",
    ];

    /// <summary>Names of months and days, which .NET without ICU does not bring; the letters that the sandbox finds in hashtags and links.</summary>
    /// <summary>They read what people type, or name languages; none of it is shown.</summary>
    private static readonly string[] SpeakRussian =
    [
        "host/Texts/LanguageCulture.cs",
        "host/Sandbox/Markup/EntityDetector.cs",
        "host/Sandbox/Markup/LinkDetector.cs",
        "contracts/Texts/CalendarWords.cs",
        "host/Assistant/Masking.cs",
        "host/Assistant/NameForms.cs",
        "contracts/Texts/Typed",
        "plugins/planner/QuickEntry/",
        "plugins/analysis/Writing/Percentages.cs",
    ];

    public static IReadOnlyList<string> Check(string file, string text) =>
        [.. new[] { TooLong(file, text), Region(text), Clock(text), Unfinished(text), CatchAll(file, text), UserText(file, text) }
            .OfType<string>().Select(wrong => $"{file}: {wrong}")];

    public static string? TooLong(string file, string text) =>
        text.Count(letter => letter == '\n') is > LongestFile and var lines
            ? $"{lines} lines; split {Path.GetFileName(file)} by screen or by reason to change ({LongestFile} at most)."
            : null;

    public static string? Region(string text) =>
        text.Contains("#region", StringComparison.Ordinal) ? "has a region; split the file instead." : null;

    public static string? Clock(string text) =>
        SystemClock().Match(CodeOf(text)) is { Success: true } found ? $"reads the clock by {found.Value}; take it from TimeProvider." : null;

    public static string? Unfinished(string text) =>
        UnfinishedMark().Match(text) is { Success: true } found ? $"holds {found.Value}: finish it, or leave it out." : null;

    public static string? CatchAll(string file, string text) =>
        !Boundaries.Contains(file) && CatchesAll().IsMatch(CodeOf(text)) ? "catches everything outside the boundaries; catch precisely, or let it rise." : null;

    /// <summary>Comments may quote the interface; what a user reads stands in Texts/*.json.</summary>
    public static string? UserText(string file, string text) =>
        !SpeakRussian.Any(place => file.StartsWith(place, StringComparison.Ordinal)) && Tokens().Matches(text).FirstOrDefault(token => token.Value[0] != '/' && Cyrillic().IsMatch(token.Value)) is { } found
            ? $"says {found.Value} in code; put it into Texts/ru.json and Texts/en.json."
            : null;

    /// <summary>The text without comments and with empty literals.</summary>
    private static string CodeOf(string text) => Tokens().Replace(text, token => token.Value[0] == '/' ? "" : "\"\"");

    [GeneratedRegex(
        """"
        //[^\n]*|/\*.*?\*/|\$*(?<quotes>"{3,}).*?\k<quotes>|(\$@|@\$?)"([^"]|"")*"|\$?"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])'
        """",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        5000)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|Not" + @"ImplementedException)\b|/wo" + @"rk/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex UnfinishedMark();

    [GeneratedRegex(@"catch\s*(\(\s*Exception(\s+\w+)?\s*\)\s*(?!\s*when)\{|\{(?!\s*(await [^;]+;\s*)*(\w[^;{}]*;\s*)*throw;))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CatchesAll();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Cyrillic();
}
