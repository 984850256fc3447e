namespace DrAivBot.Host.Texts;

/// <summary>A piece of a text: a literal, or the name of a value to put in.</summary>
/// <param name="Html">The literal as markup; empty for a placeholder.</param>
/// <param name="Plain">The literal without markup; empty for a placeholder.</param>
/// <param name="Placeholder">Name of the value; null for a literal.</param>
internal sealed record TextPart(string Html, string Plain, string? Placeholder);
