using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class FileTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task A_picture_goes_to_the_bot_with_its_caption()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot);

        await chat.Page.Locator("#file").SetInputFilesAsync(await PictureAsync(chat, "one.png"));
        await chat.WriteAsync("my desk");

        var message = await bot.NextAsync("message");
        Assert.NotEmpty(message["photo"]!.AsArray());
        Assert.Equal("my desk", (string?)message["caption"]);
        await SeesPictureAsync(chat.Last.Locator("img"));
        await Expect(chat.Page.Locator("#attachments")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Several_pictures_go_as_one_album()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot);

        await chat.Page.Locator("#file").SetInputFilesAsync([await PictureAsync(chat, "one.png"), await PictureAsync(chat, "two.png")]);
        await chat.Button("Send").ClickAsync();

        var (first, second) = (await bot.NextAsync("message"), await bot.NextAsync("message"));
        Assert.NotNull((string?)first["media_group_id"]);
        Assert.Equal((string?)first["media_group_id"], (string?)second["media_group_id"]);
        await Expect(chat.Last.Locator(".album img")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_photo_of_the_bot_is_shown_and_enlarged_by_a_click()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot);

        await bot.UploadAsync("sendPhoto", "photo", await PersonAsync(chat), await chat.Page.ScreenshotAsync(), "chart.png");

        await SeesPictureAsync(chat.Last.Locator("img"));
        await chat.Last.Locator(".photo").ClickAsync();
        await SeesPictureAsync(chat.Page.Locator("dialog.lightbox img"));
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_document_of_the_bot_is_downloaded_under_its_name()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot);
        await bot.UploadAsync("sendDocument", "document", await PersonAsync(chat), "a;b\n1;2\n"u8.ToArray(), "report.csv");
        await Expect(chat.Last).ToContainTextAsync("report.csv");

        var download = await chat.Page.RunAndWaitForDownloadAsync(() => chat.Last.Locator("a.file").ClickAsync());

        Assert.Equal("report.csv", download.SuggestedFilename);
        Assert.Equal("a;b\n1;2\n", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("paste")]
    public async Task A_file_can_be_dropped_or_pasted(string way)
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot);

        await chat.Page.EvaluateAsync(
            """
            (way) => {
              const data = new DataTransfer();
              data.items.add(new File(["hello"], "note.txt", { type: "text/plain" }));
              const event = way === "drop"
                ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
                : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
              document.getElementById("input").dispatchEvent(event);
            }
            """, way);
        await Expect(chat.Page.Locator("#attachments")).ToContainTextAsync("note.txt");
        await chat.Button("Send").ClickAsync();

        Assert.Equal("note.txt", (string?)(await bot.NextAsync("message"))["document"]!["file_name"]);
    }

    private async Task<ChatPage> OpenAsync(ScriptedBot bot)
    {
        await bot.SayAsync(await bot.NewPersonAsync("Anna"), "welcome");
        var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("welcome");
        return chat;
    }

    private static async Task<FilePayload> PictureAsync(ChatPage chat, string name) =>
        new() { Name = name, MimeType = "image/png", Buffer = await chat.Page.ScreenshotAsync() };

    private static async Task SeesPictureAsync(ILocator image)
    {
        await Expect(image).ToBeVisibleAsync();
        await Expect(image).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await image.EvaluateAsync<int>("image => image.naturalWidth") > 0);
    }

    private static async Task<long> PersonAsync(ChatPage chat) =>
        long.Parse((await chat.Person("Anna").GetAttributeAsync("data-user"))!, System.Globalization.CultureInfo.InvariantCulture);
}
