using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class PeopleTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task The_first_visit_offers_two_people_and_one_tap_opens_the_chat()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await sandbox.OpenAsync(bot);

        await chat.Page.Locator(".welcome-person", new() { HasText = "Анна" }).ClickAsync();
        await chat.Button("START").ClickAsync();

        var message = await bot.NextAsync("message");
        Assert.Equal("/start", (string?)message["text"]);
        Assert.Equal("ru", (string?)message["from"]!["language_code"]);
        await chat.SeesLastAsync("/start");
        await Expect(chat.Input).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_new_person_comes_with_the_chosen_name_and_language()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await sandbox.OpenAsync(bot);

        await chat.Button("New person").ClickAsync();
        await chat.Page.GetByLabel("Name").FillAsync("Ольга");
        await chat.Page.GetByLabel("Русский").CheckAsync();
        await chat.Page.GetByLabel("Name").PressAsync("Enter");
        await chat.Button("START").ClickAsync();

        var from = (await bot.NextAsync("message"))["from"]!;
        Assert.Equal("Ольга", (string?)from["first_name"]);
        Assert.Equal("ru", (string?)from["language_code"]);
    }

    [Fact]
    public async Task Switching_people_shows_each_ones_own_chat_and_draft()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenWithAnnaAndBobAsync(bot);

        await chat.SwitchToAsync("Bob");
        await chat.SeesLastAsync("for Bob");
        await chat.Input.FillAsync("half a thought");
        await chat.SwitchToAsync("Anna");
        await chat.SeesLastAsync("for Anna");
        await Expect(chat.Messages).ToHaveCountAsync(2);
        await Expect(chat.Input).ToHaveValueAsync("");
        await chat.SwitchToAsync("Bob");
        await Expect(chat.Input).ToHaveValueAsync("half a thought");
    }

    [Fact]
    public async Task Messages_for_people_out_of_view_are_counted_until_they_are_seen()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenWithAnnaAndBobAsync(bot);
        await chat.SwitchToAsync("Anna");
        await Expect(chat.Person("Bob")).ToContainTextAsync("for Bob");

        await bot.SayAsync(await IdOfAsync(chat, "Bob"), "one");
        await bot.SayAsync(await IdOfAsync(chat, "Bob"), "two");

        await Expect(chat.Person("Bob").Locator(".badge")).ToHaveTextAsync("2");
        await chat.SwitchToAsync("Bob");
        await Expect(chat.Person("Bob").Locator(".badge")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_person_selected_last_is_selected_again_after_a_reload()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await OpenWithAnnaAndBobAsync(bot);
        await chat.SwitchToAsync("Bob");
        await chat.SeesLastAsync("for Bob");

        await chat.Page.ReloadAsync();

        await chat.SeesLastAsync("for Bob");
    }

    [Fact]
    public async Task The_page_says_what_it_is_in_both_languages()
    {
        using var bot = sandbox.NewBot();
        await using var chat = await sandbox.OpenAsync(bot);

        await Expect(chat.Page.Locator(".notice")).ToHaveTextAsync("A local stand-in for Telegram: nothing is sent to Telegram");
        await chat.Button("Русский").ClickAsync();
        await Expect(chat.Page.Locator(".notice")).ToHaveTextAsync("Локальная замена Telegram: в Telegram ничего не уходит");
        await chat.Page.ReloadAsync();
        await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
    }

    private async Task<ChatPage> OpenWithAnnaAndBobAsync(ScriptedBot bot)
    {
        await bot.SayAsync(await bot.NewPersonAsync("Anna"), "for Anna");
        await bot.SayAsync(await bot.NewPersonAsync("Bob"), "for Bob");
        return await sandbox.OpenAsync(bot);
    }

    private static async Task<long> IdOfAsync(ChatPage chat, string name) =>
        long.Parse((await chat.Person(name).GetAttributeAsync("data-user"))!, System.Globalization.CultureInfo.InvariantCulture);
}
