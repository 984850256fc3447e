using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class MarkupTests(SandboxFixture sandbox)
{
    private const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    [Fact]
    public async Task Markup_in_names_texts_and_buttons_is_shown_and_never_executed()
    {
        using var bot = sandbox.NewBot();
        var person = await bot.NewPersonAsync(Hostile);
        await bot.SayAsync(person, Hostile, new { inline_keyboard = new[] { new[] { new { text = Hostile, callback_data = "x" } } } });
        await using var chat = await sandbox.OpenAsync(bot);

        await chat.SeesLastAsync(Hostile);
        await Expect(chat.Page.Locator(".person-name").First).ToHaveTextAsync(Hostile);
        await Expect(chat.Page.Locator(".key")).ToHaveTextAsync(Hostile);
        await Expect(chat.Page.Locator("img, #log script")).ToHaveCountAsync(0);
        Assert.Empty(chat.Errors);
    }

    [Fact]
    public async Task Entities_become_their_elements()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot,
            "<b>bold <i>both</i></b> <u>under</u> <s>gone</s> <code>1 &lt; 2</code> <blockquote>said</blockquote>"
            + "<pre><code class=\"language-csharp\">var a;</code></pre> <a href=\"https://example.org/x\">site</a>");

        var text = chat.Last.Locator(".text");
        await Expect(text.Locator("strong")).ToHaveTextAsync("bold both");
        await Expect(text.Locator("strong em")).ToHaveTextAsync("both");
        await Expect(text.Locator("u")).ToHaveTextAsync("under");
        await Expect(text.Locator("s")).ToHaveTextAsync("gone");
        await Expect(text.Locator("code").First).ToHaveTextAsync("1 < 2");
        await Expect(text.Locator("blockquote")).ToHaveTextAsync("said");
        await Expect(text.Locator("pre")).ToContainTextAsync("csharp");
        await Expect(text.Locator("a")).ToHaveAttributeAsync("rel", "noopener noreferrer nofollow");
    }

    [Fact]
    public async Task A_spoiler_is_hidden_until_it_is_clicked()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "The murderer is <tg-spoiler>the gardener</tg-spoiler>");

        await Expect(chat.Last.Locator(".spoiler")).ToHaveClassAsync("spoiler hidden");
        await chat.Last.Locator(".spoiler").ClickAsync();
        await Expect(chat.Last.Locator(".spoiler")).ToHaveClassAsync("spoiler");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("  JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task An_unsafe_address_never_becomes_a_link(string address)
    {
        using var bot = sandbox.NewBot();
        await using var chat = await sandbox.OpenAsync(bot);

        // Asked of the page's own module: the server would not let such an address through in the first place.
        var html = await chat.Page.EvaluateAsync<string>(
            """
            async (url) => {
              const { renderText } = await import("/sandbox/markup.js");
              const box = document.createElement("div");
              box.append(renderText("press me", [{ type: "text_link", offset: 0, length: 8, url }]));
              return box.innerHTML;
            }
            """, address);

        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.Contains("refused-link", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entities_that_overlap_or_reach_too_far_lose_no_character()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await sandbox.OpenAsync(bot);

        var (text, bold) = (await chat.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const { renderText } = await import("/sandbox/markup.js");
              const box = document.createElement("div");
              box.append(renderText("👍 один два три", [
                { type: "bold", offset: 3, length: 8 }, { type: "italic", offset: 8, length: 500 }, { type: "code", offset: 90, length: 3 }, { type: "new_kind", offset: 0, length: 2 }]));
              return [box.textContent, [...box.querySelectorAll("strong")].map((node) => node.textContent).join("")];
            }
            """)) is [var first, var second] ? (first, second) : ("", "");

        Assert.Equal("👍 один два три", text);
        Assert.Equal("один два", bold);
    }

    private async Task<ChatPage> OpenAsync(ScriptedBot bot, string html)
    {
        var person = await bot.NewPersonAsync("Anna");
        await bot.DoAsync("sendMessage", new { chat_id = person, text = html, parse_mode = "HTML" });
        var chat = await sandbox.OpenAsync(bot);
        await Expect(chat.Last).ToBeVisibleAsync();
        return chat;
    }
}
