using System.Globalization;
using CsCheck;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Texts;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("9.30", "09:30")]
    [InlineData("15", "15:00")]
    [InlineData("в 15", "15:00")]
    [InlineData("15ч", "15:00")]
    [InlineData("15 ч 30 мин", "15:30")]
    [InlineData("3 часа дня", "15:00")]
    [InlineData("3 дня", "15:00")]
    [InlineData("9 утра", "09:00")]
    [InlineData("8:30 вечера", "20:30")]
    [InlineData("2 ночи", "02:00")]
    [InlineData("12 ночи", "00:00")]
    [InlineData("12 дня", "12:00")]
    [InlineData("полдень", "12:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("noon", "12:00")]
    [InlineData("3pm", "15:00")]
    [InlineData("at 3:30 PM", "15:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("13pm", null)]
    [InlineData("24:00", null)]
    [InlineData("15:60", null)]
    [InlineData("1500", null)]
    [InlineData("часов", null)]
    [InlineData("10:00 час", null)]
    [InlineData("pm", null)]
    [InlineData("", null)]
    public void Times_are_read_as_people_write_them(string typed, string? expected) =>
        Assert.Equal(expected, TypedTime.TryRead(typed, out var time) ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : null);

    [Fact]
    public void Every_time_is_read_back_on_both_clocks() =>
        Gen.Int[0, (24 * 60) - 1].Select(minute => new TimeOnly(minute / 60, minute % 60)).Sample(time =>
        {
            foreach (var typed in new[] { "HH:mm", "H:mm", "H.mm", "h:mmtt", "h:mm tt" })
            {
                Assert.True(TypedTime.TryRead(time.ToString(typed, CultureInfo.InvariantCulture), out var read), typed);
                Assert.Equal(time, read);
            }
        });

    [Theory]
    [InlineData("1ч", 60)]
    [InlineData("1 час", 60)]
    [InlineData("час", 60)]
    [InlineData("1,5 часа", 90)]
    [InlineData("полчаса", 30)]
    [InlineData("на полтора часа", 90)]
    [InlineData("90 мин", 90)]
    [InlineData("1 ч 30 мин", 90)]
    [InlineData("1ч30м", 90)]
    [InlineData("1h30", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1h", 60)]
    [InlineData("for 2 hours", 120)]
    [InlineData("half an hour", 30)]
    [InlineData("2 дня", 2880)]
    [InlineData("1 day 2 h", 1560)]
    [InlineData("30", null)]
    [InlineData("0 мин", null)]
    [InlineData("0:00", null)]
    [InlineData("1:75", null)]
    [InlineData("ч", null)]
    [InlineData("1.2.3 ч", null)]
    [InlineData("999999 дней", null)]
    public void Durations_are_read_as_people_write_them(string typed, int? minutes) =>
        Assert.Equal(minutes, TypedDuration.TryRead(typed, out var length) ? (int)length.TotalMinutes : null);
}
