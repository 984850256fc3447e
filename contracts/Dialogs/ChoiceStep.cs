using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>A question answered by a button. Typing the label of a choice is understood too.</summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record ChoiceStep<TState>
{
    /// <summary>Key of the question.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question, for one that speaks of the answers so far. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>What can be chosen, read anew whenever the step is drawn or answered; an id that is no longer there is refused as outdated.</summary>
    public required Func<ITurn, TState, CancellationToken, ValueTask<IReadOnlyList<Choice>>> Choices { get; init; }

    /// <summary>Puts the id of the choice into the state.</summary>
    public required Action<TState, string> Save { get; init; }

    /// <summary>Id chosen before, marked with ✓ when the user comes back; null by default.</summary>
    public Func<TState, string?>? Current { get; init; }

    /// <summary>Buttons side by side, 1 to 4. 1 by default. A page shows 8 rows.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
