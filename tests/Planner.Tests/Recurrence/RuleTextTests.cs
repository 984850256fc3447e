using System.Globalization;
using DrAivBot.Planner.Recurrence;

namespace DrAivBot.Planner.Tests.Recurrence;

public sealed class RuleTextTests
{
    private static readonly DateTime Start = new(2026, 12, 8, 15, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=DAILY;INTERVAL=3;COUNT=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;UNTIL=20270101T150000;BYDAY=MO,SU;WKST=SU")]
    [InlineData("FREQ=MONTHLY")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("FREQ=YEARLY;COUNT=5")]
    public void A_canonical_text_is_read_and_printed_the_same(string text) => Assert.Equal(text, RuleText.Parse(text, Start)?.ToString());

    [Theory]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=8", "FREQ=MONTHLY")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU")]
    [InlineData("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8", "FREQ=YEARLY")]
    [InlineData("freq=weekly;interval=1;byday=tu;wkst=su", "FREQ=WEEKLY;BYDAY=TU")]
    public void What_other_calendars_write_for_the_same_rule_is_understood(string text, string canonical) =>
        Assert.Equal(canonical, RuleText.Parse(text, Start)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=1")]
    [InlineData("FREQ=DAILY;COUNT=0")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20270101")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("FREQ=DAILY;INTERVAL=x")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=9")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU")]
    [InlineData("FREQ=DAILY;UNTIL=20270101T000000Z")]
    [InlineData("FREQ=DAILY;FREQ=DAILY")]
    [InlineData("nonsense")]
    public void What_lies_outside_the_subset_is_not_half_understood(string text) => Assert.Null(RuleText.Parse(text, Start));

    [Fact]
    public void An_end_in_UTC_becomes_local()
    {
        var rule = RuleText.Parse("FREQ=DAILY;UNTIL=20261210T120000Z", Start, utc => utc.AddHours(3));
        Assert.Equal("20261210T150000", rule?.Until?.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
    }
}
