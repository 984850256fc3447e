using DrAivBot.Host.Reports;
using DrAivBot.Host.Reports.Pictures;
using DrAivBot.Reports;
using DrAivBot.Testing;
using SkiaSharp;

namespace DrAivBot.Host.Tests.Reports;

public sealed class PictureTests : IDisposable
{
    private static readonly BoardFonts Fonts = new();

    private readonly ReportService _reports = new(Fonts);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _reports.Dispose();

    [Theory]
    [InlineData("ru", 1)]
    [InlineData("en", 1)]
    [InlineData("ru", 500)]
    public async Task The_board_of_any_company_is_a_picture_that_Telegram_takes(string language, int postsEach)
    {
        var whole = await SizeAsync(Boards.Company(language, postsEach));
        var page = await SizeAsync(Boards.Company(language, postsEach, division: 1));

        // Telegram takes photos of at most 10,000 points of width and height together.
        Assert.True(whole.Width == 3856 && whole.Width + whole.Height <= 10_000, $"{whole}");
        Assert.True(page is { Width: 1280 } && page.Height > page.Width && page.Width + page.Height <= 10_000, $"{page}");
    }

    [Fact]
    public async Task Divisions_stand_in_the_order_they_are_given_in_their_colours()
    {
        using var picture = SKBitmap.Decode((await _reports.DrawAsync(Boards.Company("ru", 1), Cancel)).Span);

        // The foot of the coloured heads, below their texts.
        var row = Enumerable.Range(0, picture.Height).Last(y => picture.GetPixel(80, y) == BoardColors.Division(7)) - 12;
        var colors = Enumerable.Range(0, 7).Select(i => picture.GetPixel(64 + (i * 536) + 16, row)).ToArray();
        Assert.Equal([.. new[] { 7, 1, 2, 3, 4, 5, 6 }.Select(BoardColors.Division)], colors);
    }

    [Fact]
    public async Task Letters_are_drawn_and_a_vacant_post_looks_unlike_a_filled_one()
    {
        var board = Boards.Company("ru", 1, division: 2);
        var vacant = board with { Divisions = [board.Divisions[0] with { Departments = [.. board.Divisions[0].Departments.Select(unit => unit with { Posts = [.. unit.Posts.Select(post => post with { Holder = null })] })] }] };

        Assert.Equal(0, await CountAsync(board, BoardColors.VacantFill, fromLegend: 400));
        Assert.True(await CountAsync(vacant, BoardColors.VacantFill, fromLegend: 400) > 1000);
        Assert.True(await CountAsync(board, BoardColors.Ink, fromLegend: 0) > 2000);
    }

    [Theory]
    [InlineData(Boards.LongName, 200)]
    [InlineData("Словооченьдлинноебезпробелов", 120)]
    [InlineData("А", 10)]
    [InlineData("Անուն გვარი Нұрсұлтан <b>&", 150)]
    public void No_line_is_wider_than_its_place(string text, float width)
    {
        using var letters = new Lettering(Fonts, 27, isBold: true);
        foreach (var lines in Enumerable.Range(1, 4).Select(count => letters.Wrap(text, width, count)))
        {
            Assert.NotEmpty(lines);
            Assert.All(lines, line => Assert.True(letters.Measure(line) <= width || line.Length <= 2, $"«{line}» is {letters.Measure(line)} wide"));
        }

        Assert.EndsWith("…", letters.Wrap(Boards.LongName, 200, 1)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_that_no_font_has_are_left_out() => Assert.Equal("Оксана Ким", Fonts.Drawable("Оксана 🌸\n\u0007 Ким"));

    [Fact]
    public async Task Without_a_font_nothing_is_drawn_and_the_words_say_what_to_install()
    {
        using var empty = new TestDirectory();
        using var reports = new ReportService(new BoardFonts([empty.Path]));

        Assert.False(reports.CanDraw);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => reports.DrawAsync(Boards.Company("ru", 1), Cancel));
        Assert.Contains("apt-get install fonts-noto-core", error.Message, StringComparison.Ordinal);
        Assert.True(_reports.CanDraw, "This machine has no font for the tests: apt-get install fonts-noto-core");
    }

    private async Task<SKSizeI> SizeAsync(OrgBoardPicture picture)
    {
        var png = await _reports.DrawAsync(picture, Cancel);
        Assert.InRange(png.Length, 10_000, DrAivBot.Delivery.Attachment.MaxPhotoBytes);
        using var bitmap = SKBitmap.Decode(png.Span);
        return new(bitmap.Width, bitmap.Height);
    }

    private async Task<int> CountAsync(OrgBoardPicture picture, SKColor color, int fromLegend)
    {
        using var bitmap = SKBitmap.Decode((await _reports.DrawAsync(picture, Cancel)).Span);
        return bitmap.Pixels.Skip(fromLegend * bitmap.Width).Count(pixel => pixel == color);
    }
}
