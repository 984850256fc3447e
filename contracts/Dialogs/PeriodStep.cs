using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question for a first and a last day, answered by two taps in a month of buttons or by typing: «12–20 мая»,
/// «с 12.05 по 20.05», «завтра» for one day (<see cref="Texts.TypedDay"/>).
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record PeriodStep<TState>
{
    /// <summary>Key of the question.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Puts an accepted first and last day into the state.</summary>
    public required Action<TState, DateOnly, DateOnly> Save { get; init; }

    /// <summary>The days given before, marked with ✓ and kept by one tap when the user comes back; asked for again when the limits no longer take them. Null by default.</summary>
    public Func<TState, (DateOnly From, DateOnly Until)?>? Current { get; init; }

    /// <summary>Which days are taken, read anew whenever the step is drawn or answered. Null, the default, takes all.</summary>
    public Func<ITurn, TState, CancellationToken, ValueTask<DayBounds>>? Bounds { get; init; }

    /// <summary>How many days in a row are taken, at least 1. 366 by default.</summary>
    public int MaxDays { get; init; } = 366;

    /// <summary>Refuses days by returning the reason in the user's language, or null to accept. Called after the limits. Null by default.</summary>
    public Func<ITurn, TState, (DateOnly From, DateOnly Until), CancellationToken, ValueTask<string?>>? Validate { get; init; }

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
