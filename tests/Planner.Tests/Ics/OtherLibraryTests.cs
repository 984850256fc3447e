using System.Globalization;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Tests.Ics;

/// <summary>Our files as icalendar for Python reads them: every instant is the same.</summary>
public sealed class OtherLibraryTests
{
    private const string Home = "Asia/Almaty";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTime Until = new(2028, 6, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] Zones =
        ["Europe/Moscow", "Europe/Chisinau", "Europe/Kyiv", "Asia/Vladivostok", "Asia/Almaty", "America/New_York", "Africa/Casablanca", "Australia/Sydney", "UTC"];

    private static readonly string[] Rules =
        ["", "FREQ=DAILY;COUNT=400", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH,SU", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;COUNT=20", "FREQ=YEARLY", "FREQ=DAILY;UNTIL=20270401T023000"];

    [Fact]
    public async Task Our_export_read_by_another_library_has_the_same_instants() =>
        Assert.Equal(Instants.Of(Events(), Until), await ReadAsync(IcsWriter.Write(Events(), Now)));

    /// <summary>The other library knows the zones by their names; under names that nobody knows it has only what the file says of them.</summary>
    [Fact]
    public async Task Zones_are_described_in_the_file_as_the_system_knows_them()
    {
        var file = IcsWriter.Write(Events(), Now);
        for (var i = 0; i < Zones.Length - 1; i++)
        {
            foreach (var mark in new[] { "TZID=", "TZID:" })
            {
                file = file.Replace(mark + Zones[i], string.Create(CultureInfo.InvariantCulture, $"{mark}Zone/{i}"), StringComparison.Ordinal);
            }
        }

        Assert.Equal(Instants.Of(Events(), Until), await ReadAsync(file));
    }

    private static List<IcsEvent> Events()
    {
        // Half past two: the clocks of some zones skip it, and show it twice, in the nights of the change.
        var start = new DateTime(2026, 12, 8, 2, 30, 0, DateTimeKind.Unspecified);
        var events = (
            from zone in Zones
            from rule in Rules
            let title = $"{zone} {rule}"
            select new IcsEvent
            {
                Uid = title,
                Details = Details(title, zone, LocalSpan.Hours(start, TimeSpan.FromMinutes(45)), rule),
                Changes = rule.StartsWith("FREQ=DAILY;COUNT", StringComparison.Ordinal) ? Changes(start) : [],
            }).ToList();
        events.Add(new() { Uid = "days", Details = Details("Праздники с очень длинным названием, которое складывается в несколько строк файла", Home, LocalSpan.Days(new(2026, 12, 31), new(2027, 1, 8)), "") });
        events.Add(new() { Uid = "leap", Details = Details("29 февраля", Home, LocalSpan.Days(new(2028, 2, 29), new(2028, 2, 29)), "FREQ=YEARLY") });
        return events;
    }

    private static SeriesChange[] Changes(DateTime start) =>
    [
        new() { OriginalStart = start.AddDays(1), IsCancelled = true },
        new() { OriginalStart = start.AddDays(2), Start = start.AddDays(2).AddHours(9), End = start.AddDays(2).AddHours(11), Title = "Иначе" },
    ];

    private static EventDetails Details(string title, string zone, LocalSpan span, string rule) =>
        EventRules.Aligned(new() { Title = title, Span = span, Zone = zone, Rule = rule.Length == 0 ? null : RuleText.Parse(rule, span.Start) });

    private static async Task<IReadOnlyList<string>> ReadAsync(string file)
    {
        var output = await Python.RunAsync(Path.Combine("Ics", "read_calendar.py"), [Home, Until.ToString("s", CultureInfo.InvariantCulture)], file);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }
}
