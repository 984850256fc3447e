using DrAivBot.Planner.Events;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.QuickEntry;

/// <summary>What a line of quick entry says, by the clock on the wall of who typed it. Always shown for confirmation.</summary>
internal sealed record QuickLine
{
    public required EventKind Kind { get; init; }

    /// <summary>What was not understood as something else, at most 200 characters; empty when nothing is left.</summary>
    public required string Title { get; init; }

    public required LocalSpan Span { get; init; }

    /// <summary>Whether the line names a day; if not, the start is the next that fits.</summary>
    public bool HasDay { get; init; }

    /// <summary>Whether the line names a time.</summary>
    public bool HasTime { get; init; }

    /// <summary>How it recurs, from the start on; null for what happens once.</summary>
    public RecurrenceRule? Rule { get; init; }

    /// <summary>The words that were understood as how it recurs; empty when it does not.</summary>
    public string RuleSaid { get; init; } = "";

    /// <summary>Who may be meant, to be looked for among the people of the company; they stay in the title.</summary>
    public IReadOnlyList<PersonWords> People { get; init; } = [];
}

/// <summary>Words that name a person.</summary>
/// <param name="Said">As typed: «Ивановым».</param>
/// <param name="Stem">Without the ending of the case, to search for: «Иванов».</param>
internal sealed record PersonWords(string Said, string Stem);
