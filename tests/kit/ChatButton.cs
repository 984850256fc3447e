namespace DrAivBot.Testing;

/// <summary>A button under a message.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Data">Its callback data; null for a link.</param>
/// <param name="Link">The address it opens; null for a press.</param>
public sealed record ChatButton(string Text, string? Data, string? Link)
{
    /// <inheritdoc/>
    public override string ToString() => Link is null ? Text : $"{Text} → {Link}";
}
