using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class AccessTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task Tab_and_Enter_are_enough_to_start_and_to_press_a_button()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await sandbox.OpenAsync(bot);
        await Expect(chat.Page.Locator(".welcome-person").First).ToBeVisibleAsync();

        await TabToAsync(chat, chat.Page.Locator(".welcome-person").Last);
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Button("START")).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        var person = (long)(await bot.NextAsync("message"))["chat"]!["id"]!;
        await bot.SayAsync(person, "Welcome", new { inline_keyboard = new[] { new[] { new { text = "Create", callback_data = "create" } } } });
        await Expect(chat.Button("Create")).ToBeVisibleAsync();
        await TabToAsync(chat, chat.Button("Create"), "Shift+Tab");
        await chat.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("create", (string?)(await bot.NextAsync("callback_query"))["data"]);
    }

    [Fact]
    public async Task Arrow_keys_walk_the_messages_and_Enter_replies()
    {
        using var bot = sandbox.NewBot();
        var person = await bot.NewPersonAsync("Anna");
        await bot.SayAsync(person, "first");
        await bot.SayAsync(person, "second");
        await using var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("second");

        await chat.Page.Locator("#log").FocusAsync();
        await chat.Page.Keyboard.PressAsync("ArrowUp");
        await chat.Page.Keyboard.PressAsync("ArrowUp");
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.Page.Locator("#reply-bar")).ToContainTextAsync("first");
        await Expect(chat.Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Every_control_has_a_name_for_screen_readers()
    {
        using var bot = sandbox.NewBot();
        await bot.SayAsync(await bot.NewPersonAsync("Anna"), "hello", new { inline_keyboard = new[] { new[] { new { text = "Go", callback_data = "go" } } } });
        await using var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("hello");
        await chat.Button("Tools").ClickAsync();

        var nameless = await chat.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("button, a[href], input:not([hidden]), textarea")]
              .filter((node) => node.checkVisibility() && !(node.getAttribute("aria-label") ?? node.textContent).trim() && !node.labels?.length)
              .map((node) => node.outerHTML)
            """);

        Assert.Empty(nameless);
        await Expect(chat.Page.GetByRole(AriaRole.Log)).ToHaveAttributeAsync("aria-live", "polite");
    }

    [Fact]
    public async Task A_phone_has_no_sideways_scroll_and_people_in_a_drawer()
    {
        using var bot = sandbox.NewBot();
        var person = await bot.NewPersonAsync("Константин Константинопольский");
        await bot.SayAsync(person, new string('W', 300), new { inline_keyboard = new[] { new[] { new { text = new string('Ж', 60), callback_data = "x" } } } });
        await bot.DoAsync("sendMessage", new { chat_id = person, text = $"<pre>{new string('x', 200)}</pre>", parse_mode = "HTML" });
        await using var chat = await sandbox.OpenAsync(bot, Screen.Phone);
        await Expect(chat.Last).ToBeVisibleAsync();

        await Expect(chat.Page.Locator("#people")).ToBeHiddenAsync();
        Assert.Equal(Screen.Phone.Width, await WidthAsync(chat, "document.documentElement"));
        Assert.Equal(Screen.Phone.Width, await WidthAsync(chat, "document.getElementById('log')"));
        await chat.Page.Locator("#people-open").ClickAsync();
        await Expect(chat.Person("Константин Константинопольский")).ToBeVisibleAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Page.Locator("#people")).ToBeHiddenAsync();
        await Expect(chat.Page.Locator("#people-open")).ToBeFocusedAsync();
    }

    private static async Task<int> WidthAsync(ChatPage chat, string element) =>
        await chat.Page.EvaluateAsync<int>($"{element}.scrollWidth");

    private static async Task TabToAsync(ChatPage chat, ILocator target, string key = "Tab")
    {
        for (var i = 0; i < 30 && !await target.EvaluateAsync<bool>("node => node === document.activeElement"); i++)
        {
            await chat.Page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
