using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question answered by typing. The answer comes trimmed, without invisible control and direction characters that a
/// user could not see; control characters in a single line are refused.
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record TextStep<TState>
{
    /// <summary>Key of the question; it should name what is accepted and give an example.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question, for one that speaks of the answers so far. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Puts an accepted answer into the state.</summary>
    public required Action<TState, string> Save { get; init; }

    /// <summary>The answer given before, shown when the user comes back to the step and kept by one tap; null or empty when there is none. Null by default.</summary>
    public Func<TState, string?>? Current { get; init; }

    /// <summary>Shortest answer in characters, at least 1. 1 by default.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>Longest answer in characters, at most 4000. 200 by default.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Whether line breaks are allowed. False by default.</summary>
    public bool MultiLine { get; init; }

    /// <summary>Refuses an answer by returning the reason in the user's language, or null to accept. Called after the checks of length and characters. Null by default.</summary>
    public Func<ITurn, string, CancellationToken, ValueTask<string?>>? Validate { get; init; }

    /// <summary>
    /// Label of a button that leaves the question unanswered: the answer is then saved as the empty text, without the checks
    /// that typed ones go through. Null, the default, for a question that must be answered.
    /// </summary>
    public string? SkipKey { get; init; }

    /// <summary>
    /// Rows of buttons below the question, for what else can be answered: places and acts of the module. A press leaves the
    /// dialog. At most 80 buttons. Null by default: none.
    /// </summary>
    public Func<ITurn, TState, IReadOnlyList<IReadOnlyList<Button>>>? Buttons { get; init; }

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
