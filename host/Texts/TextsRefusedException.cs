namespace DrAivBot.Host.Texts;

/// <summary>The texts of an owner cannot be used. Lists everything that is wrong, so that one look mends it all.</summary>
internal sealed class TextsRefusedException(string owner, IReadOnlyList<string> errors)
    : Exception($"The texts of '{owner}' are refused:{string.Concat(errors.Select(error => $"\n- {error}"))}")
{
    public string Owner { get; } = owner;

    /// <summary>One sentence each: file, key, what is wrong and what to do.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
