using System.Globalization;
using DrAivBot.Organisation;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;

namespace DrAivBot.Planner.Tests.Ics;

/// <summary>When the events of a file take place, an occurrence a line: "2026-12-08T12:00Z/2026-12-08T13:00Z Title".</summary>
internal static class Instants
{
    public static IReadOnlyList<string> Of(IEnumerable<IcsEvent> events, DateTime until) => [.. events.SelectMany(read => Of(read, until)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(IcsEvent read, DateTime until)
    {
        var source = new CalendarEvent { Id = Guid.Empty, Uid = read.Uid, Organiser = new UserId(Guid.Empty), Details = read.Details };
        return Occurrence.Of(source, read.Changes, until).Select(time => $"{Say(time.StartsAt)}/{Say(time.EndsAt)} {time.Title ?? read.Details.Title}");
    }

    private static string Say(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
