using System.Globalization;
using DrAivBot.Planner.Time;
using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Time;

public sealed class WallTimeTests
{
    private static readonly DateTime First = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly string[] Named = [.. FixedZones.Hours.Keys, "Europe/Chisinau", "Europe/Kyiv"];

    public static TheoryData<string, int> AllFixedZones => [.. FixedZones.Hours.Select(zone => (zone.Key, zone.Value))];

    [Theory]
    [MemberData(nameof(AllFixedZones))]
    public void A_zone_without_summer_time_keeps_its_offset_in_winter_and_summer(string zone, int hours)
    {
        Assert.All([Local("2026-01-15T12:00"), Local("2026-07-15T12:00")], local =>
            Assert.Equal(local.AddHours(-hours), WallTime.ToInstant(local, WallTime.FindZone(zone)!).UtcDateTime));
    }

    [Theory]
    [InlineData("Europe/Kyiv", "2026-03-29T03:30", "2026-03-29T01:30", "2026-03-29T04:30")]
    public void Non_existent_local_time_moves_forward(string zone, string local, string utc, string shown)
    {
        var instant = WallTime.ToInstant(Local(local), WallTime.FindZone(zone)!);
        Assert.Equal(Local(utc), instant.UtcDateTime);
        Assert.Equal(Local(shown), WallTime.ToLocal(instant, WallTime.FindZone(zone)!));
    }

    [Theory]
    [InlineData("Europe/Kyiv", "2026-10-25T03:30", "2026-10-25T00:30")]
    public void Ambiguous_local_time_takes_first(string zone, string local, string utc) =>
        Assert.Equal(Local(utc), WallTime.ToInstant(Local(local), WallTime.FindZone(zone)!).UtcDateTime);

    /// <summary>Every quarter of an hour around each change of each zone the system knows, and in between at random.</summary>
    [Fact]
    public Task Every_local_time_of_every_zone_is_the_instant_the_zone_data_give()
    {
        var random = new Random(20261123);
        var zones = Named.Concat(TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)).Where(id => WallTime.FindZone(id) is not null).Distinct(StringComparer.Ordinal);
        return CheckAsync(
        [
            .. from zone in zones
               from local in ChangesOf(WallTime.FindZone(zone)!).SelectMany(change => Enumerable.Range(-12, 24).Select(quarter => change.AddMinutes(15 * quarter)))
                   .Concat(Enumerable.Range(0, 20).Select(_ => First.AddMinutes(random.Next(60 * 24 * 366 * 30))))
               select (zone, local),
        ]);
    }

    [Fact]
    public Task Every_minute_of_the_nights_of_the_change_is_the_instant_the_zone_data_give() => CheckAsync(
    [
        .. from zone in Named
           from night in new[] { "2026-03-28T20:00", "2026-10-24T20:00" }.Select(Local)
           from minute in Enumerable.Range(0, 12 * 60)
           select (zone, night.AddMinutes(minute)),
    ]);

    /// <summary>Winter time as the exception: the clocks go back for Ramadan and forward after it.</summary>
    [Theory]
    [InlineData("2027-03-14T02:30", "2027-03-14T02:30")]
    [InlineData("2026-02-15T02:30", "2026-02-15T01:30")]
    public void Where_the_summer_time_is_the_standard_gaps_and_overlaps_are_found_all_the_same(string local, string utc) =>
        Assert.Equal(Local(utc), WallTime.ToInstant(Local(local), WallTime.FindZone("Africa/Casablanca")!).UtcDateTime);

    [Fact]
    public void What_the_gap_would_turn_round_keeps_its_length()
    {
        var span = new LocalSpan { Start = Local("2026-03-29T03:30"), End = Local("2026-03-29T04:10") };
        var (start, end) = span.In(WallTime.FindZone("Europe/Kyiv")!);
        Assert.Equal(TimeSpan.FromMinutes(40), end - start);
    }

    /// <summary>The local times at which the clocks of a zone change in some years.</summary>
    private static IEnumerable<DateTime> ChangesOf(TimeZoneInfo zone)
    {
        for (var day = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc); day.Year < 2029; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
            {
                var hour = Enumerable.Range(0, 24 * 4).First(quarter => zone.GetUtcOffset(day.AddMinutes(15 * (quarter + 1))) != zone.GetUtcOffset(day));
                yield return DateTime.SpecifyKind(day.AddMinutes(15 * hour) + zone.GetUtcOffset(day), DateTimeKind.Unspecified);
            }
        }
    }

    /// <summary>Python's zoneinfo reads the same files of the system by itself, and reads a gap and an overlap as the standard of calendars does.</summary>
    private static async Task CheckAsync(IReadOnlyList<(string Zone, DateTime Local)> times)
    {
        var expected = await Python.RunAsync(
            Path.Combine("Time", "read_zones.py"), [], string.Join('\n', times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Zone} {time.Local:yyyy-MM-dd'T'HH:mm}"))));
        var actual = times.Select(time => string.Create(
            CultureInfo.InvariantCulture, $"{time.Zone} {time.Local:yyyy-MM-dd'T'HH:mm} {WallTime.ToInstant(time.Local, WallTime.FindZone(time.Zone)!).UtcDateTime:yyyy-MM-dd'T'HH:mm}"));
        Assert.Equal(expected.Split('\n', StringSplitOptions.RemoveEmptyEntries), actual);
    }

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
