using CsCheck;
using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Reports;
using SkiaSharp;

namespace DrAivBot.Host.Tests.Reports;

public sealed class WeekPictureTests : IDisposable
{
    private readonly ReportService _reports = new(new BoardFonts());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _reports.Dispose();

    [Theory]
    [InlineData("busy")]
    [InlineData("quiet")]
    [InlineData("empty")]
    public async Task A_week_is_a_picture_that_Telegram_takes_and_a_phone_shows(string kind)
    {
        using var picture = await DrawAsync(Weeks.Of(kind));

        Assert.Equal(1280, picture.Width);
        Assert.InRange(picture.Height, 900, 2000);
        Assert.True(picture.Pixels.Count(pixel => pixel == BoardColors.Ink) > 500, "no letters");
    }

    [Fact]
    public async Task Blocks_have_their_colours_and_uncertain_ones_are_not_filled()
    {
        var block = new WeekPictureBlock { Title = "Планёрка", From = TimeSpan.FromHours(10), Until = TimeSpan.FromHours(12), Color = 0x047857 };
        using var certain = await DrawAsync(Weeks.OneDay(block));
        using var uncertain = await DrawAsync(Weeks.OneDay(block with { IsFaint = true }));

        Assert.True(Count(certain, PictureColor.Lighter(new(0x04, 0x78, 0x57), 0.80f)) > 20_000);
        Assert.Equal(0, Count(uncertain, PictureColor.Lighter(new(0x04, 0x78, 0x57), 0.80f)));
    }

    [Fact]
    public void What_happens_at_the_same_time_stands_side_by_side_and_never_on_top_of_each_other()
    {
        var shortest = TimeSpan.FromMinutes(25);
        var block = Gen.Select(Gen.Int[0, 1435], Gen.Int[5, 600]).Select((from, length) => new WeekPictureBlock
        {
            Title = "Дело",
            From = TimeSpan.FromMinutes(from),
            Until = TimeSpan.FromMinutes(Math.Min(1440, from + length)),
        });
        block.Array[0, 25].Sample(
            blocks =>
            {
                var placed = WeekLanes.Place(blocks, shortest);
                Assert.Equal(blocks.Length, placed.Count + placed.Sum(entry => entry.HiddenBeside));
                Assert.All(placed, entry => Assert.True(entry.Lane < entry.Lanes && entry.Lanes <= WeekLanes.Most && entry.Until - entry.From >= shortest));
                foreach (var (one, other) in placed.SelectMany((one, index) => placed.Skip(index + 1).Select(other => (one, other))))
                {
                    var together = one.From < other.Until && other.From < one.Until;
                    Assert.True(!together || one.Lane != other.Lane, $"{one} {other}");
                    Assert.True(!together || one.Lanes == other.Lanes, $"{one} {other}");
                }
            },
            iter: 2000);
    }

    [Fact]
    public async Task A_week_that_cannot_be_is_refused_with_the_reason()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _reports.DrawAsync(Weeks.Of("empty") with { Days = [] }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _reports.DrawAsync(Weeks.Of("empty") with { FirstHour = 19 }, Cancel));
        var backwards = new WeekPictureBlock { Title = "Назад", From = TimeSpan.FromHours(12), Until = TimeSpan.FromHours(10) };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _reports.DrawAsync(Weeks.OneDay(backwards), Cancel));
        Assert.Contains("«Назад»", error.Message, StringComparison.Ordinal);
    }

    private static int Count(SKBitmap picture, SKColor color) => picture.Pixels.Count(pixel => pixel == color);

    private async Task<SKBitmap> DrawAsync(WeekPicture picture) => SKBitmap.Decode((await _reports.DrawAsync(picture, Cancel)).Span);
}
