using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class ButtonTests(SandboxFixture sandbox)
{
    private static readonly object TwoButtons = new
    {
        inline_keyboard = new[] { new[] { new { text = "Save", callback_data = "save" }, new { text = "Drop", callback_data = "drop" } } },
    };

    [Fact]
    public async Task A_pressed_button_waits_until_the_bot_answers_with_a_toast()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "Sure?", TwoButtons);

        await chat.Button("Save").ClickAsync();
        await Expect(chat.Button("Save")).ToHaveAttributeAsync("aria-busy", "true");
        var press = await bot.NextAsync("callback_query");
        await bot.DoAsync("answerCallbackQuery", new { callback_query_id = (string?)press["id"], text = "Saved" });

        Assert.Equal("save", (string?)press["data"]);
        await Expect(chat.Page.Locator(".toast")).ToHaveTextAsync("Saved");
        await Expect(chat.Button("Save")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [Fact]
    public async Task A_press_is_not_lost_when_the_one_before_is_answered_between_down_and_up()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "Sure?", TwoButtons);
        await chat.Button("Save").ClickAsync();
        var first = await bot.NextAsync("callback_query");
        await Expect(chat.Button("Save")).ToHaveAttributeAsync("aria-busy", "true");

        await chat.Button("Drop").HoverAsync();
        await chat.Page.Mouse.DownAsync();
        await bot.DoAsync("answerCallbackQuery", new { callback_query_id = (string?)first["id"] });
        await Expect(chat.Button("Save")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await chat.Page.Mouse.UpAsync();

        Assert.Equal("drop", (string?)(await bot.NextAsync("callback_query"))["data"]);
    }

    [Fact]
    public async Task An_alert_opens_a_dialog_that_has_to_be_closed()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "Sure?", TwoButtons);

        await chat.Button("Drop").ClickAsync();
        var press = await bot.NextAsync("callback_query");
        await bot.DoAsync("answerCallbackQuery", new { callback_query_id = (string?)press["id"], text = "No right to", show_alert = true });

        await Expect(chat.Page.Locator("dialog")).ToContainTextAsync("No right to");
        await chat.Button("OK").ClickAsync();
        await Expect(chat.Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Focus_stays_on_the_buttons_when_the_screen_is_edited_in_place()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "Page 1", TwoButtons);
        await chat.Button("Drop").FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        var press = await bot.NextAsync("callback_query");

        await bot.DoAsync("editMessageText", new
        {
            chat_id = (long)press["from"]!["id"]!,
            message_id = (long)press["message"]!["message_id"]!,
            text = "Page 2",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "A", callback_data = "a" }, new { text = "B", callback_data = "b" } } } },
        });

        await chat.SeesLastAsync("Page 2");
        await Expect(chat.Button("B")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_reply_keyboard_sends_its_words_and_a_one_time_one_folds_away()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "Choose", new
        {
            keyboard = new[] { new[] { new { text = "📋 Tasks" }, new { text = "📅 Days" } } },
            resize_keyboard = true,
            one_time_keyboard = true,
        });

        await chat.Button("📋 Tasks").ClickAsync();

        Assert.Equal("📋 Tasks", (string?)(await bot.NextAsync("message"))["text"]);
        await Expect(chat.Page.Locator("#keyboard")).ToBeHiddenAsync();
        await chat.Button("Show or hide the bot keyboard").ClickAsync();
        await Expect(chat.Button("📅 Days")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_removed_reply_keyboard_is_gone()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenAsync(bot, "Choose", new { keyboard = new[] { new[] { new { text = "Yes" } } } });
        await Expect(chat.Button("Yes")).ToBeVisibleAsync();

        await bot.SayAsync(await PersonAsync(chat), "Thanks", new { remove_keyboard = true });

        await Expect(chat.Page.Locator("#keyboard")).ToBeHiddenAsync();
        await Expect(chat.Page.Locator("#keyboard-toggle")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_deep_link_in_a_message_starts_the_bot_with_its_payload()
    {
        using var bot = sandbox.NewBot();
        var name = (string?)(await bot.DoAsync("getMe", new { }))["username"];
        await using var chat = await OpenAsync(bot, $"Invite: https://t.me/{name}?start=join_42", markup: null);

        await chat.Last.Locator("a.deep-link").ClickAsync();

        Assert.Equal("/start join_42", (string?)(await bot.NextAsync("message"))["text"]);
    }

    [Fact]
    public async Task Eight_buttons_in_a_row_fit_a_phone()
    {
        using var bot = sandbox.NewBot();
        var row = Enumerable.Range(1, 8).Select(i => new { text = $"{i}", callback_data = $"{i}" }).ToArray();
        await using var chat = await OpenAsync(bot, "Week", new { inline_keyboard = new[] { row } }, Screen.Phone);

        await Expect(chat.Button("8")).ToBeVisibleAsync();
        var first = (await chat.Button("1").BoundingBoxAsync())!;
        var last = (await chat.Button("8").BoundingBoxAsync())!;
        Assert.Equal(first.Y, last.Y);
        Assert.InRange(first.Width, 24, 60);
        Assert.InRange(last.X + last.Width, 0, Screen.Phone.Width);
    }

    private async Task<ChatPage> OpenAsync(ScriptedBot bot, string text, object? markup, Screen? screen = null)
    {
        var person = await bot.NewPersonAsync("Anna");
        await bot.SayAsync(person, text, markup);
        var chat = await sandbox.OpenAsync(bot, screen);
        await chat.SeesLastAsync(text);
        return chat;
    }

    private static async Task<long> PersonAsync(ChatPage chat) =>
        long.Parse((await chat.Person("Anna").GetAttributeAsync("data-user"))!, System.Globalization.CultureInfo.InvariantCulture);
}
