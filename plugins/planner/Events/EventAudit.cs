using System.Globalization;
using DrAivBot.Organisation;
using DrAivBot.Planner.Recurrence;

namespace DrAivBot.Planner.Events;

/// <summary>Writes down what was done with an event: when it was and is, and never what it is called.</summary>
internal sealed class EventAudit(IAudit audit)
{
    public Task NoteAsync(string act, CalendarEvent? before, CalendarEvent? after, CancellationToken cancellationToken) => audit.NoteAsync(
        new() { Act = act, Position = (after ?? before)?.Position, Before = FactsOf(before), After = FactsOf(after) }, cancellationToken);

    /// <summary>The same of one time of a series.</summary>
    public Task NoteAsync(string act, CalendarEvent target, Occurrence before, Occurrence? after, CancellationToken cancellationToken) => audit.NoteAsync(
        new() { Act = act, Position = target.Position, Before = FactsOf(before), After = after is null ? null : FactsOf(after) }, cancellationToken);

    private static Dictionary<string, string?>? FactsOf(CalendarEvent? source) => source is null ? null : new(StringComparer.Ordinal)
    {
        ["event"] = source.Id.ToString(),
        ["organiser"] = source.Organiser.ToString(),
        ["start"] = Say(source.Details.Span.Start),
        ["end"] = Say(source.Details.Span.End),
        ["zone"] = source.Details.Zone,
        ["rule"] = source.Details.Rule is { } rule ? RuleText.Print(rule) : null,
        ["kind"] = source.Details.Kind.ToString(),
        ["private"] = source.Details.IsPrivate ? "true" : "false",
        ["reminders"] = string.Join(',', source.Details.Reminders),
    };

    private static Dictionary<string, string?> FactsOf(Occurrence source) => new(StringComparer.Ordinal)
    {
        ["event"] = source.Event.ToString(),
        ["of"] = Say(source.Original),
        ["start"] = Say(source.Span.Start),
        ["end"] = Say(source.Span.End),
    };

    private static string Say(DateTime local) => local.ToString("s", CultureInfo.InvariantCulture);
}
