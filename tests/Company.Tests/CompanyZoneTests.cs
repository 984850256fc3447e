using DrAivBot.Company.Registration;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests;

public sealed class CompanyZoneTests
{
    private static readonly DateTimeOffset Winter = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int> AllFixedZones => [.. FixedZones.Hours.Select(zone => (zone.Key, zone.Value))];

    [Theory]
    [MemberData(nameof(AllFixedZones))]
    public void A_city_shows_its_offset_the_same_in_winter_and_summer(string id, int hours)
    {
        var zone = CompanyZone.Find(id)!;

        Assert.EndsWith($" · UTC+{hours}", zone.Label(CompanyTexts.Russian, Winter), StringComparison.Ordinal);
        Assert.EndsWith($" · UTC+{hours}", zone.Label(CompanyTexts.Russian, Summer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Kyiv")]
    [InlineData("Europe/Chisinau")]
    public void A_city_with_summer_time_shows_the_present_offset(string id)
    {
        var zone = CompanyZone.Find(id)!;

        Assert.EndsWith(" · UTC+2", zone.Label(CompanyTexts.Russian, Winter), StringComparison.Ordinal);
        Assert.EndsWith(" · UTC+3", zone.Label(CompanyTexts.Russian, Summer), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_zone_is_known_here_and_has_a_name_of_its_own_in_both_languages()
    {
        foreach (var text in CompanyTexts.Both)
        {
            var labels = CompanyZone.All.Select(zone => zone.Label(text, Winter)).ToArray();
            Assert.All(labels, Assert.NotNull);
            Assert.Equal(labels.Length, labels.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Offsets_west_of_Greenwich_and_of_half_an_hour_are_written_as_they_are()
    {
        Assert.Equal("UTC−5", CompanyZone.Offset(TimeSpan.FromHours(-5)));
        Assert.Equal("UTC+5:30", CompanyZone.Offset(TimeSpan.FromMinutes(330)));
        Assert.Equal("UTC+0", CompanyZone.Offset(TimeSpan.Zero));
    }
}
