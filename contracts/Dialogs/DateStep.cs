using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question for a day, answered in a month of buttons or by typing: «завтра», «пн», «15.12», «15 декабря», "dec 15",
/// 2026-12-15 (<see cref="Texts.TypedDay"/>).
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record DateStep<TState>
{
    /// <summary>Key of the question.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Puts an accepted day into the state.</summary>
    public required Action<TState, DateOnly> Save { get; init; }

    /// <summary>The day given before, marked with ✓ and kept by one tap when the user comes back; asked for again when the limits no longer take it. Null by default.</summary>
    public Func<TState, DateOnly?>? Current { get; init; }

    /// <summary>Which days are taken, read anew whenever the step is drawn or answered. Null, the default, takes all.</summary>
    public Func<ITurn, TState, CancellationToken, ValueTask<DayBounds>>? Bounds { get; init; }

    /// <summary>Refuses a day by returning the reason in the user's language, or null to accept. Called after the limits. Null by default.</summary>
    public Func<ITurn, TState, DateOnly, CancellationToken, ValueTask<string?>>? Validate { get; init; }

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
