using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>What a step adds below its question.</summary>
internal sealed record StepView
{
    /// <summary>The answer given before, or why there is nothing to choose; empty for none.</summary>
    public Markup Note { get; init; }

    public required IReadOnlyList<IReadOnlyList<Button>> Rows { get; init; }

    /// <summary>The page of choices that is shown.</summary>
    public int Page { get; init; }
}
