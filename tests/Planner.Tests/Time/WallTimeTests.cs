using System.Globalization;
using CsCheck;
using DrAivBot.Planner.Time;
using DrAivBot.Testing;
using NodaTime;
using NodaTime.TimeZones;

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
    public void A_local_time_that_does_not_exist_moves_forward(string zone, string local, string utc, string shown)
    {
        var instant = WallTime.ToInstant(Local(local), WallTime.FindZone(zone)!);
        Assert.Equal(Local(utc), instant.UtcDateTime);
        Assert.Equal(Local(shown), WallTime.ToLocal(instant, WallTime.FindZone(zone)!));
    }

    [Theory]
    [InlineData("Europe/Kyiv", "2026-10-25T03:30", "2026-10-25T00:30")]
    public void Of_an_ambiguous_local_time_the_first_counts(string zone, string local, string utc) =>
        Assert.Equal(Local(utc), WallTime.ToInstant(Local(local), WallTime.FindZone(zone)!).UtcDateTime);

    [Fact]
    public void Every_local_time_of_every_zone_is_the_instant_the_zone_data_give()
    {
        var zones = Named.Concat(TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id))
            .Where(id => WallTime.FindZone(id) is not null)
            .Distinct(StringComparer.Ordinal).ToArray();
        Gen.Select(Gen.Int[0, zones.Length - 1].Select(index => zones[index]), Gen.Int[0, 60 * 24 * 366 * 30]).Sample((zone, minute) =>
        {
            var local = First.AddMinutes(minute);
            var expected = BclDateTimeZone.FromTimeZoneInfo(WallTime.FindZone(zone)!).AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeUtc();
            return WallTime.ToInstant(local, WallTime.FindZone(zone)!).UtcDateTime == expected;
        });
    }

    [Fact]
    public void Every_minute_of_the_nights_of_the_change_is_the_instant_the_zone_data_give()
    {
        foreach (var zone in Named)
        {
            var theirs = BclDateTimeZone.FromTimeZoneInfo(WallTime.FindZone(zone)!);
            foreach (var night in new[] { "2026-03-28T20:00", "2026-10-24T20:00" }.Select(Local))
            {
                for (var local = night; local < night.AddHours(12); local = local.AddMinutes(1))
                {
                    var expected = theirs.AtLeniently(LocalDateTime.FromDateTime(local)).ToDateTimeUtc();
                    Assert.Equal(expected, WallTime.ToInstant(local, WallTime.FindZone(zone)!).UtcDateTime);
                }
            }
        }
    }

    [Fact]
    public void What_the_gap_would_turn_round_keeps_its_length()
    {
        var span = new LocalSpan { Start = Local("2026-03-29T03:30"), End = Local("2026-03-29T04:10") };
        var (start, end) = span.In(WallTime.FindZone("Europe/Kyiv")!);
        Assert.Equal(TimeSpan.FromMinutes(40), end - start);
    }

    private static DateTime Local(string text) => DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
