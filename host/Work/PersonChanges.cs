using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Work;

/// <summary>How a turn takes note of what its person has just chosen for themselves.</summary>
internal sealed record PersonChanges
{
    public required Action<Language> ChooseLanguage { get; init; }

    /// <summary>The first is the person's own choice, the second where times are shown from now on.</summary>
    public required Action<string?, string?> ChooseTimeZone { get; init; }
}
