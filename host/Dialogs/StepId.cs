namespace DrAivBot.Host.Dialogs;

/// <summary>Names of steps in stored sessions and buttons.</summary>
internal static class StepId
{
    /// <summary>The review; no id a module may choose.</summary>
    public const string Review = "*";

    private const int MaxLength = 20;

    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= MaxLength } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');
}
