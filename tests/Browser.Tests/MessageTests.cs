using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class MessageTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task Enter_sends_and_shift_enter_breaks_the_line()
    {
        using var bot = sandbox.NewBot();
        var (chat, _) = await OpenWithOneAsync(bot);
        await using var _1 = chat;

        await chat.Input.FillAsync("first");
        await chat.Input.PressAsync("Shift+Enter");
        await chat.Input.PressSequentiallyAsync("second");
        await chat.Input.PressAsync("Enter");

        Assert.Equal("first\nsecond", (string?)(await bot.NextAsync("message"))["text"]);
        await Expect(chat.Input).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_message_of_the_bot_arrives_without_a_reload()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenWithOneAsync(bot);
        await using var _ = chat;

        await bot.SayAsync(person, "news");

        await chat.SeesLastAsync("news");
    }

    [Fact]
    public async Task A_message_edited_by_the_bot_changes_in_place_unmarked_as_in_Telegram()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenWithOneAsync(bot);
        await using var _ = chat;
        var id = await bot.SayAsync(person, "before");
        await bot.SayAsync(person, "below");

        await bot.DoAsync("editMessageText", new { chat_id = person, message_id = id, text = "after" });

        await Expect(chat.Messages.Nth(2)).ToContainTextAsync("after");
        await Expect(chat.Messages.Nth(2)).Not.ToContainTextAsync("edited");
        await Expect(chat.Messages).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_deleted_message_vanishes()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenWithOneAsync(bot);
        await using var _ = chat;
        var id = await bot.SayAsync(person, "soon gone");
        await chat.SeesLastAsync("soon gone");

        await bot.DoAsync("deleteMessage", new { chat_id = person, message_id = id });

        await Expect(chat.Messages).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_reply_quotes_the_message_on_both_sides()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenWithOneAsync(bot);
        await using var _ = chat;
        var id = await bot.SayAsync(person, "a question");
        await chat.SeesLastAsync("a question");

        await chat.Last.HoverAsync();
        await chat.Last.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        await chat.WriteAsync("an answer");

        Assert.Equal(id, (long)(await bot.NextAsync("message"))["reply_to_message"]!["message_id"]!);
        await Expect(chat.Last.Locator(".quote")).ToContainTextAsync("a question");
        await Expect(chat.Page.Locator("#reply-bar")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Typing_shows_until_the_message_is_there()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenWithOneAsync(bot);
        await using var _ = chat;

        await bot.DoAsync("sendChatAction", new { chat_id = person, action = "typing" });
        await Expect(chat.Page.Locator("#bot-state")).ToHaveTextAsync("is typing…");
        await bot.SayAsync(person, "done");
        await Expect(chat.Page.Locator("#bot-state")).Not.ToHaveTextAsync("is typing…");
    }

    [Fact]
    public async Task The_command_menu_offers_what_the_bot_set_and_sends_the_chosen_one()
    {
        using var bot = sandbox.NewBot();
        await bot.DoAsync("setMyCommands", new
        {
            commands = new[] { new { command = "menu", description = "Main menu" }, new { command = "help", description = "Help" } },
        });
        var (chat, _) = await OpenWithOneAsync(bot);
        await using var _1 = chat;

        await chat.Input.PressSequentiallyAsync("/h");
        await Expect(chat.Page.GetByRole(Microsoft.Playwright.AriaRole.Option)).ToHaveCountAsync(1);
        await chat.Input.PressAsync("Enter");

        Assert.Equal("/help", (string?)(await bot.NextAsync("message"))["text"]);
    }

    [Fact]
    public async Task A_long_conversation_shows_its_end_and_more_on_request()
    {
        using var bot = sandbox.NewBot();
        var person = await bot.NewPersonAsync("Anna");
        for (var i = 1; i <= 320; i++)
        {
            await bot.AsPersonAsync("text", new { userId = person, text = $"message {i}" });
        }

        await using var chat = await sandbox.OpenAsync(bot);

        await chat.SeesLastAsync("message 320");
        await Expect(chat.Messages).ToHaveCountAsync(300);
        await chat.Button("Show earlier (21)").ClickAsync();
        await Expect(chat.Messages).ToHaveCountAsync(321);
    }

    [Fact]
    public async Task A_text_too_long_for_Telegram_is_refused_with_the_reason_and_kept()
    {
        using var bot = sandbox.NewBot();
        var (chat, _) = await OpenWithOneAsync(bot);
        await using var _1 = chat;

        await chat.WriteAsync(new string('я', 4097));

        await Expect(chat.Page.Locator(".toast.error")).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("#counter")).ToContainTextAsync("4096");
        Assert.Equal(4097, (await chat.Input.InputValueAsync()).Length);
    }

    [Fact]
    public async Task A_person_edits_what_they_wrote_and_the_half_written_text_comes_back()
    {
        using var bot = sandbox.NewBot();
        var (chat, _) = await OpenWithOneAsync(bot);
        await using var _1 = chat;
        await chat.WriteAsync("befor");
        var id = (long)(await bot.NextAsync("message"))["message_id"]!;
        await chat.SeesLastAsync("befor");

        await chat.Input.PressAsync("ArrowUp");
        await Expect(chat.Input).ToHaveValueAsync("befor");
        await chat.Input.PressAsync("Escape");
        await chat.Input.FillAsync("half a thought");
        await chat.Last.HoverAsync();
        await chat.Last.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await chat.WriteAsync("before");

        var edited = await bot.NextAsync("edited_message");
        Assert.Equal((id, "before"), ((long)edited["message_id"]!, (string?)edited["text"]));
        await Expect(chat.Last).ToContainTextAsync("edited");
        await Expect(chat.Input).ToHaveValueAsync("half a thought");
        await Expect(chat.Page.Locator("#reply-bar")).ToBeHiddenAsync();
    }

    private async Task<(ChatPage Chat, long Person)> OpenWithOneAsync(ScriptedBot bot)
    {
        var person = await bot.NewPersonAsync("Anna");
        await bot.SayAsync(person, "welcome");
        var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("welcome");
        return (chat, person);
    }
}
