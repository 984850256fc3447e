using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question for a time of day, answered by an hour and minutes in steps of 5, or by typing: «15:00», «15», «3 часа дня»,
/// "3pm" (<see cref="Texts.TypedTime"/>).
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record TimeStep<TState>
{
    /// <summary>Key of the question.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Puts an accepted time into the state.</summary>
    public required Action<TState, TimeOnly> Save { get; init; }

    /// <summary>The time given before, kept by one tap when the user comes back. Null by default.</summary>
    public Func<TState, TimeOnly?>? Current { get; init; }

    /// <summary>Refuses a time by returning the reason in the user's language, or null to accept; asked again before a review is acted on. Null by default.</summary>
    public Func<ITurn, TState, TimeOnly, CancellationToken, ValueTask<string?>>? Validate { get; init; }

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
