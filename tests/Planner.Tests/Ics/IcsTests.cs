using System.Text;
using CsCheck;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Ics;
using DrAivBot.Planner.Recurrence;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Tests.Ics;

public sealed class IcsTests
{
    private static readonly DateTime Start = new(2026, 12, 8, 15, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Rules => ["", "FREQ=DAILY;COUNT=10", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY", "FREQ=DAILY;UNTIL=20270101T150000"];

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_is_written_is_read_the_same(string rule)
    {
        foreach (var zone in new[] { "Europe/Moscow", "Europe/Chisinau", "Asia/Vladivostok" })
        {
            var written = Event(rule, zone, LocalSpan.Hours(Start, TimeSpan.FromHours(1)));
            Assert.True(Assert.Single(Read(IcsWriter.Write([written], Now)).Events).Says(written));
        }
    }

    [Fact]
    public void Whole_days_and_long_Cyrillic_texts_are_read_the_same()
    {
        var written = Event("FREQ=YEARLY", "Asia/Almaty", LocalSpan.Days(new(2026, 12, 8), new(2026, 12, 10))) with { Uid = "days" };
        written = written with
        {
            Details = written.Details with { Title = string.Concat(Enumerable.Repeat("Встреча ", 20)).Trim(), Description = "Строка, ещё; одна\nи вторая \\ с чертой", IsPrivate = true, Kind = EventKind.Deadline },
        };
        Assert.True(Assert.Single(Read(IcsWriter.Write([written], Now)).Events).Says(written));
    }

    [Fact]
    public void What_was_cancelled_and_moved_in_a_series_is_read_the_same()
    {
        var written = Event("FREQ=DAILY;COUNT=10", "Europe/Kyiv", LocalSpan.Hours(Start, TimeSpan.FromHours(1))) with
        {
            Changes =
            [
                new() { OriginalStart = Start.AddDays(1), IsCancelled = true },
                new() { OriginalStart = Start.AddDays(2), Start = Start.AddDays(2).AddHours(3), End = Start.AddDays(2).AddHours(5), Title = "Иначе" },
            ],
        };
        Assert.True(Assert.Single(Read(IcsWriter.Write([written], Now)).Events).Says(written));
    }

    [Fact]
    public void A_rule_that_is_not_understood_leaves_a_single_event_with_a_note()
    {
        var read = Assert.Single(Read(File("DTSTART;TZID=Europe/Moscow:20261208T150000", "DTEND;TZID=Europe/Moscow:20261208T160000", "RRULE:FREQ=YEARLY;BYWEEKNO=20")).Events);
        Assert.True(read.LostRule);
        Assert.Null(read.Details.Rule);
    }

    [Theory]
    [InlineData("RRULE:FREQ=NEVER;COUNT=x")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=x")]
    public void An_event_that_cannot_be_read_is_named_and_the_others_are_taken(string line)
    {
        var file = File("DTSTART:20261208T120000Z", "DTEND:20261208T130000Z").Replace(
            "END:VCALENDAR", $"BEGIN:VEVENT\r\nUID:bad\r\nSUMMARY;LANGUAGE=en:Board\\, monthly\r\nDTSTART:20261209T120000Z\r\n{line}\r\nEND:VEVENT\r\nEND:VCALENDAR", StringComparison.Ordinal);
        var reading = Read(file);
        Assert.Equal("one", Assert.Single(reading.Events).Uid);
        Assert.Equal(1, reading.Skipped);
        Assert.Equal(["Board, monthly"], reading.SkippedTitles);
    }

    [Fact]
    public void A_file_of_too_many_events_is_refused_also_when_one_of_them_cannot_be_read()
    {
        var many = string.Concat(Enumerable.Range(0, IcsReader.MaxEvents + 1).Select(i => $"BEGIN:VEVENT\r\nUID:{i}\r\nDTSTART:20261208T120000Z\r\nRRULE:FREQ=DAILY;COUNT=x\r\nEND:VEVENT\r\n"));
        Assert.Equal(IcsOutcome.TooMany, Read($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{many}END:VCALENDAR\r\n").Outcome);
    }

    [Theory]
    [InlineData("DTSTART:20261208T120000Z", "DTEND:20261208T130000Z", "Europe/Moscow", "2026-12-08T15:00:00")]
    [InlineData("DTSTART;TZID=Russian Standard Time:20261208T150000", "DTEND;TZID=Russian Standard Time:20261208T160000", "Europe/Moscow", "2026-12-08T15:00:00")]
    [InlineData("DTSTART;TZID=Vladivostok Standard Time:20261208T150000", "DTEND;TZID=Vladivostok Standard Time:20261208T160000", "Asia/Vladivostok", "2026-12-08T15:00:00")]
    [InlineData("DTSTART;TZID=Nowhere/Land:20261208T150000", "DTEND;TZID=Nowhere/Land:20261208T160000", "Europe/Moscow", "2026-12-08T15:00:00")]
    [InlineData("DTSTART;TZID=Asia/Tokyo:20261208T150000", "DTEND;TZID=Asia/Tokyo:20261208T160000", "Asia/Tokyo", "2026-12-08T15:00:00")]
    public void Times_are_read_in_the_zone_the_file_says_or_else_in_that_of_the_reader(string start, string end, string zone, string local)
    {
        var details = Assert.Single(Read(File(start, end)).Events).Details;
        Assert.Equal(zone, details.Zone);
        Assert.Equal(local, details.Span.Start.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.FromHours(1), details.Span.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:99999999T999999\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261208T120000Z\r\nRRULE:FREQ=NEVER;COUNT=-1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")]
    public void A_hostile_file_is_refused_or_skipped_and_never_throws(string text) => Assert.DoesNotContain(Read(text).Events, read => read.Details.Rule is not null);

    /// <summary>What is meant for the parser is put in the place of values of every line.</summary>
    [Fact]
    public void A_file_with_anything_in_the_place_of_its_values_never_throws()
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//X//EN", "BEGIN:VEVENT", "UID:1", "SUMMARY:Hi", "DTSTART;TZID=Europe/Moscow:20261208T120000", "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270101T000000Z", "EXDATE;TZID=Europe/Moscow:20261210T120000", "CATEGORIES:A,B", "URL:https://example.com/",
            "ORGANIZER:mailto:a@example.com", "GEO:1;2", "END:VEVENT", "END:VCALENDAR",
        ];
        string[] values =
        [
            "", ";", ":", ",", "-", "99999999T999999", "00010101", "99991231T235959", "P", "PT", "-P1D", "PT99999999999999H", "0", "99999999999999999999", "FREQ=", "FREQ=DAILY;COUNT=99999999999999999",
            "FREQ=DAILY;BYDAY=99XX", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;UNTIL=x", "FREQ=SECONDLY", "TZID=", "/", "http://[", "VALUE=DATE", "\0", "\uD800", "20261208T120000Z,20261209", "ENCODING=BASE64",
        ];
        Gen.Select(Gen.Int[4, lines.Length - 3], Gen.Int[0, values.Length - 1].Select(index => values[index]), Gen.Int[0, 3]).List[1, 4].Sample(
            changes =>
            {
                var changed = lines.ToArray();
                foreach (var (line, value, how) in changes)
                {
                    var colon = changed[line].IndexOf(':', StringComparison.Ordinal);
                    changed[line] = how switch
                    {
                        0 => changed[line][..(colon + 1)] + value,
                        1 => changed[line].Insert(Math.Max(colon, 0), ";" + value),
                        2 => changed[line] + "\r\n" + changed[line],
                        _ => changed[line] + value,
                    };
                }

                Read(string.Join("\r\n", changed) + "\r\n");
            },
            iter: 5_000);
    }

    [Fact]
    public void Too_large_and_too_many_are_refused()
    {
        Assert.Equal(IcsOutcome.TooLarge, new IcsReader(TimeZoneInfo.Utc).Read(new byte[IcsReader.MaxBytes + 1]).Outcome);
        var many = string.Concat(Enumerable.Range(0, IcsReader.MaxEvents + 1).Select(i => $"BEGIN:VEVENT\r\nUID:{i}\r\nDTSTART:20261208T120000Z\r\nEND:VEVENT\r\n"));
        Assert.Equal(IcsOutcome.TooMany, Read($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{many}END:VCALENDAR\r\n").Outcome);
    }

    private static IcsReading Read(string text) => new IcsReader(WallTime.FindZone("Europe/Moscow")!).Read(Encoding.UTF8.GetBytes(text));

    private static string File(params string[] lines) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nBEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Talk\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static IcsEvent Event(string rule, string zone, LocalSpan span) => new()
    {
        Uid = "one",
        Details = new() { Title = "Talk", Span = span, Zone = zone, Rule = rule.Length == 0 ? null : RuleText.Parse(rule, span.Start), Place = "Hall", Link = "https://example.com/" },
    };
}
