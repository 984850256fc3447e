using DrAivBot.Delivery;
using DrAivBot.Routing;

namespace DrAivBot.Dialogs;

/// <summary>
/// A question for people, positions, departments and divisions of the company of the turn, several at once: found by typing
/// a part of the name, marked with ✓ by a tap, taken with «Готово». What is marked is in the state at once.
/// </summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public sealed record PeopleStep<TState>
{
    /// <summary>Key of the question.</summary>
    public required string QuestionKey { get; init; }

    /// <summary>Values of the placeholders of the question. Null by default: a question without placeholders.</summary>
    public Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? QuestionValues { get; init; }

    /// <summary>Key of the short name of the answer, for «✏️ Name» in a review.</summary>
    public required string LabelKey { get; init; }

    /// <summary>Puts the marked ones into the state, in the order of marking.</summary>
    public required Action<TState, IReadOnlyList<NamedRecipient>> Save { get; init; }

    /// <summary>The marked ones, as they were saved.</summary>
    public required Func<TState, IReadOnlyList<NamedRecipient>> Current { get; init; }

    /// <summary>What can be marked, in the order of the tabs: users, positions, departments, divisions. All four by default.</summary>
    public IReadOnlyList<RecipientKind> Kinds { get; init; } = [RecipientKind.User, RecipientKind.Position, RecipientKind.Department, RecipientKind.Division];

    /// <summary>How many must be marked, at least 0. 1 by default.</summary>
    public int Min { get; init; } = 1;

    /// <summary>How many can be marked, at most 100. 50 by default.</summary>
    public int Max { get; init; } = 50;

    /// <summary>Whether the step is asked at all, given the answers so far. Null, the default, always asks.</summary>
    public Func<TState, bool>? When { get; init; }
}
