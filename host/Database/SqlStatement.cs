namespace DrAivBot.Host.Database;

/// <summary>One statement of a script.</summary>
/// <param name="Text">The statement, from its first word, without the semicolon.</param>
/// <param name="Line">The line of the script on which it begins, from 1.</param>
internal sealed record SqlStatement(string Text, int Line)
{
    /// <summary>Its words up to the eighth, in lower case, one space between them.</summary>
    public string Opening => string.Join(' ', Text
        .Split((char[])[' ', '\t', '\r', '\n', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Take(8))
        .ToLowerInvariant();
}
