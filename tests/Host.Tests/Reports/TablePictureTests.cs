using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using SkiaSharp;

namespace DrAivBot.Host.Tests.Reports;

public sealed class TablePictureTests : IDisposable
{
    private readonly BoardFonts _fonts = new();
    private readonly ReportService _reports;

    public TablePictureTests() => _reports = new(_fonts);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _reports.Dispose();

    [Theory]
    [InlineData(7, 6)]
    [InlineData(21, 8)]
    [InlineData(2000, 4)]
    public async Task A_table_of_any_length_is_a_picture_that_Telegram_takes(int rows, int columns)
    {
        using var picture = SKBitmap.Decode((await _reports.DrawAsync(Tables.Of(rows, columns), Cancel)).Span);

        Assert.Equal(1280, picture.Width);
        Assert.True(picture.Width + picture.Height <= 10_000, $"{picture.Height}");
    }

    [Fact]
    public async Task Cells_have_their_colours()
    {
        using var picture = SKBitmap.Decode((await _reports.DrawAsync(Tables.Matrix(), Cancel)).Span);

        Assert.All(Tables.Zones, color => Assert.True(picture.Pixels.Count(pixel => pixel == PictureColor.Of(color)) > 5000, $"{color:x}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(20)]
    public void Columns_share_exactly_the_width_there_is(int columns)
    {
        var table = Tables.Of(5, columns);
        using var style = TableStyle.Fitting(_fonts, table, 1224);
        var widths = TableWidths.Of(table, style, 1224);

        Assert.Equal(1224, widths.Sum(), 0.5);
        Assert.All(widths, width => Assert.True(width > 30, $"{width}"));
    }

    [Theory]
    [InlineData(0x15803D, true)]
    [InlineData(0xFDE68A, false)]
    [InlineData(0x000000, true)]
    [InlineData(0xFFFFFF, false)]
    public void Letters_can_be_read_on_any_colour(int color, bool isWhite) =>
        Assert.Equal(isWhite ? SKColors.White : BoardColors.Ink, PictureColor.InkOn(PictureColor.Of(color)));

    [Fact]
    public async Task A_row_with_more_cells_than_columns_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _reports.DrawAsync(Tables.Of(1, 3) with { Columns = [new() { Title = "Одна" }] }, Cancel));
}
