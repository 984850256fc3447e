using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

/// <summary>The express analysis in a real browser, from its start to a report that is opened.</summary>
public sealed class AnalysisTests(SandboxFixture sandbox, AnalysisHost real) : IClassFixture<AnalysisHost>
{
    private const int Questions = 21;

    /// <summary>A job draws and writes, on a machine that may be busy; a test that passes does not wait for it.</summary>
    private const float MostTime = 60_000;

    [Theory]
    [InlineData("ru-RU", 390, 844, "Ольга")]
    [InlineData("en-US", 1280, 800, "Olga")]
    public async Task The_express_analysis_ends_in_a_report_whose_pictures_are_seen_and_whose_workbook_is_downloaded_now_and_later(
        string locale, int width, int height, string name)
    {
        var (words, analysis) = (Words.Of(locale), AnalysisWords.Of(locale));
        await using var visitor = new Visitor(
            await sandbox.OpenAsync(real.Page, new(width, height, locale, width < 500)), words, $"analysis-{locale}-{width}");
        await visitor.ComeAsync(name);
        await visitor.RegisterAsync("Северный ветер");
        await visitor.WriteAsync("/menu", analysis.Menu);
        await visitor.PressAsync(analysis.Menu, analysis.Begin);
        await ProfileAsync(visitor, analysis);
        await AnswerAsync(visitor, analysis);

        await visitor.PressAsync(analysis.Finish, analysis.AsksFinish);
        await visitor.Key(analysis.Confirm).ClickAsync();
        await Expect(visitor.Chat.Last).ToContainTextAsync(analysis.Report, new() { Timeout = MostTime });
        await Expect(visitor.Chat.Last).ToContainTextAsync(analysis.ByTemplate);
        await SeesPicturesAsync(visitor, 2);
        var first = await DownloadAsync(visitor, analysis);

        await visitor.PressAsync(analysis.OpenResult, analysis.Result);
        await visitor.Key(analysis.Order).ClickAsync();
        await Expect(visitor.Chat.Messages.Filter(new() { HasText = analysis.Report })).ToHaveCountAsync(2, new() { Timeout = MostTime });
        await visitor.SeesAsync(analysis.Report);
        await SeesPicturesAsync(visitor, 4);
        Assert.Equal(first, await DownloadAsync(visitor, analysis));

        Assert.Equal(width, await visitor.Chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        visitor.HasNoErrors();
    }

    private static async Task ProfileAsync(Visitor visitor, AnalysisWords words)
    {
        await visitor.PressAsync(words.Begin, words.AsksIndustry);
        await visitor.PressAsync(words.Industry, words.AsksModel);
        await visitor.PressAsync(words.Model, words.AsksProduct);
        await visitor.WriteAsync(words.Product, words.AsksEmployees);
        await visitor.WriteAsync("25", words.AsksAge);
        await visitor.PressAsync(words.Skip, words.AsksCurrency);
        await visitor.PressAsync("RUB", words.AsksRevenue);
        await visitor.WriteAsync("1 500 000", words.AsksCosts);
        await visitor.PressAsync(words.Skip, words.AsksGoal);
        await visitor.WriteAsync(words.Goal, words.Review);
        await visitor.PressAsync(words.Right, words.AsksVariant);
        await visitor.PressAsync(words.Express, Question(words, 1));
    }

    private static async Task AnswerAsync(Visitor visitor, AnalysisWords words)
    {
        for (var number = 1; number <= Questions; number++)
        {
            // From the weakest to the best, so that all zones are in the pictures.
            var answer = string.Create(CultureInfo.InvariantCulture, $"{number % 5} · ");
            await visitor.PressAsync(answer, number < Questions ? Question(words, number + 1) : words.Overview);
        }
    }

    /// <summary>So many pictures of reports are in the chat, drawn by the browser and as large as pictures that can be read.</summary>
    private static async Task SeesPicturesAsync(Visitor visitor, int count)
    {
        var pictures = visitor.Chat.Page.Locator("#log .message .photo img");
        await Expect(pictures).ToHaveCountAsync(count);
        foreach (var picture in await pictures.AllAsync())
        {
            await Expect(picture).ToHaveJSPropertyAsync("complete", true);
            Assert.True(await picture.EvaluateAsync<int>("image => image.naturalWidth") >= 640);
        }

        await pictures.Last.ScrollIntoViewIfNeededAsync();
        await visitor.PictureAsync();
    }

    private static async Task<byte[]> DownloadAsync(Visitor visitor, AnalysisWords words)
    {
        var download = await visitor.Chat.Page.RunAndWaitForDownloadAsync(() => visitor.Chat.Page.Locator("#log a.file").Last.ClickAsync());
        Assert.StartsWith(words.File, download.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("PK"u8, bytes.AsSpan(0, 2));
        return bytes;
    }

    private static string Question(AnalysisWords words, int number) => string.Format(CultureInfo.InvariantCulture, words.Question, number);
}
