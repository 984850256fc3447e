using DrAivBot.Organisation;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Events;

/// <summary>What an event must be like, whoever makes it: a dialog, a line typed, a file.</summary>
internal sealed class EventRules(IPeople people, IOrganisation organisation)
{
    /// <summary>Why an event cannot be; <see cref="EventOutcome.Done"/> when it can.</summary>
    public static EventOutcome Check(EventDetails details)
    {
        var title = details.Title.Trim();
        return title.Length is 0 or > EventDetails.MaxTitle ? EventOutcome.BadTitle
            : !details.Span.IsValid || WallTime.FindZone(details.Zone) is null ? EventOutcome.BadTime
            : details.Rule is { } rule && !(rule.IsValid && Expansion.Of(rule, details.Span.Start).Any()) ? EventOutcome.BadRule
            : details.Link is { } link && !IsLink(link) ? EventOutcome.BadLink
            : !AreReminders(details.Reminders) ? EventOutcome.BadReminders
            : EventOutcome.Done;
    }

    /// <summary>Whether everybody invited is of the company of the work.</summary>
    public async Task<bool> AreKnownAsync(IEnumerable<Participant> participants, CancellationToken cancellationToken)
    {
        foreach (var participant in participants)
        {
            var isKnown = participant switch
            {
                { Kind: ParticipantKind.Person, Target: { } id } => await people.FindAsync(new(id), cancellationToken) is not null,
                { Kind: ParticipantKind.Post, Target: { } id } => await organisation.FindPositionAsync(new(id), cancellationToken) is not null,
                { Unit: { } unit } => Unit.Exists(unit),
                _ => false,
            };
            if (!isKnown)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A series begins with the first time its rule gives.</summary>
    public static EventDetails Aligned(EventDetails details) => details.Rule is { } rule
        ? details with { Span = details.Span.At(Expansion.Align(rule, details.Span.Start)) }
        : details;

    private static bool IsLink(string link) =>
        link.Length <= EventDetails.MaxLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    private static bool AreReminders(IReadOnlyList<int> reminders) =>
        reminders.Count <= EventDetails.MaxReminders
        && reminders.Distinct().Count() == reminders.Count
        && reminders.All(minutes => minutes is >= 0 and <= EventDetails.MaxReminderMinutes);
}
