using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class ToolTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task A_fault_button_lets_the_next_call_fail_and_shows_that_it_is_set()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenAsync(bot);
        await using var _ = chat;

        await OpenTabAsync(chat, "Faults");
        await chat.Button("429 too many requests").ClickAsync();
        await Expect(chat.Page.Locator("#fault-list")).ToContainTextAsync("429");
        var refused = await bot.CallAsync("sendMessage", new { chat_id = person, text = "too fast" });

        Assert.Equal(429, (int)refused["error_code"]!);
        await Expect(chat.Page.Locator("#fault-list")).ToContainTextAsync("No faults");
    }

    [Fact]
    public async Task Faults_are_cleared_all_at_once()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenAsync(bot);
        await using var _ = chat;
        await OpenTabAsync(chat, "Faults");
        await chat.Button("5xx server error").ClickAsync();
        await chat.Button("Cut before handling").ClickAsync();
        await Expect(chat.Page.Locator("#fault-list li")).ToHaveCountAsync(2);

        await chat.Button("Clear all").ClickAsync();

        await Expect(chat.Page.Locator("#fault-list")).ToContainTextAsync("No faults");
        await bot.SayAsync(person, "all well");
    }

    [Fact]
    public async Task The_call_log_is_live_filtered_and_shows_the_request()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenAsync(bot);
        await using var _ = chat;
        await OpenTabAsync(chat, "Calls");

        await bot.CallAsync("editMessageText", new { chat_id = person, message_id = 1, text = "nothing there" });

        var failed = chat.Page.Locator(".call.failed");
        await Expect(failed).ToContainTextAsync("editMessageText");
        await failed.Locator("summary").ClickAsync();
        await Expect(failed.Locator("pre")).ToContainTextAsync("nothing there");
        await chat.Page.GetByLabel("errors only").CheckAsync();
        await Expect(chat.Page.Locator(".call")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Start_with_a_payload_reaches_the_bot_and_a_bad_one_is_refused()
    {
        using var bot = sandbox.NewBot();
        var (chat, _) = await OpenAsync(bot);
        await using var _1 = chat;
        await OpenTabAsync(chat, "Actions");
        var payload = chat.Page.GetByLabel("Start with payload");

        await payload.FillAsync("с пробелом");
        await payload.PressAsync("Enter");
        await Expect(chat.Page.Locator(".toast.error")).ToBeVisibleAsync();
        await payload.FillAsync("inv-1");
        await payload.PressAsync("Enter");

        Assert.Equal("/start inv-1", (string?)(await bot.NextAsync("message"))["text"]);
    }

    [Fact]
    public async Task A_blocked_bot_leaves_only_the_button_that_lets_it_in_again()
    {
        using var bot = sandbox.NewBot();
        var (chat, person) = await OpenAsync(bot);
        await using var _1 = chat;
        await OpenTabAsync(chat, "Actions");

        await chat.Button("Block the bot").ClickAsync();
        await Expect(chat.Button("Unblock the bot")).ToBeVisibleAsync();
        await Expect(chat.Input).ToBeHiddenAsync();
        Assert.Equal("kicked", (string?)(await bot.NextAsync("my_chat_member"))["new_chat_member"]!["status"]);
        await chat.Page.ReloadAsync();
        await chat.Button("UNBLOCK AND START").ClickAsync();

        Assert.Equal("/start", (string?)(await bot.NextAsync("message"))["text"]);
        await bot.SayAsync(person, "here again");
        await chat.SeesLastAsync("here again");
        await Expect(chat.Input).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reset_asks_first_and_then_forgets_the_chats()
    {
        using var bot = sandbox.NewBot();
        var (chat, _) = await OpenAsync(bot);
        await using var _1 = chat;
        await OpenTabAsync(chat, "Actions");

        await chat.Page.Locator("#reset").ClickAsync();
        await chat.Button("Cancel").ClickAsync();
        await chat.SeesLastAsync("welcome");
        await chat.Page.Locator("#reset").ClickAsync();
        await chat.Page.Locator("dialog .danger").ClickAsync();

        await Expect(chat.Messages).ToHaveCountAsync(0);
    }

    private async Task<(ChatPage Chat, long Person)> OpenAsync(ScriptedBot bot)
    {
        var person = await bot.NewPersonAsync("Anna");
        await bot.SayAsync(person, "welcome");
        var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("welcome");
        return (chat, person);
    }

    private static async Task OpenTabAsync(ChatPage chat, string name)
    {
        await chat.Button("Tools").ClickAsync();
        await chat.Page.GetByRole(Microsoft.Playwright.AriaRole.Tab, new() { Name = name }).ClickAsync();
    }
}
