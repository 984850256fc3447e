using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public async Task The_page_says_that_the_server_is_away_and_goes_on_when_it_is_back()
    {
        await using var sandbox = new SandboxFixture();
        await sandbox.InitializeAsync();
        using var bot = sandbox.NewBot();
        var person = await bot.NewPersonAsync("Anna");
        await bot.SayAsync(person, "before");
        await using var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("before");

        await sandbox.App.StopAsync();
        await Expect(chat.Page.Locator("#away")).ToBeVisibleAsync();
        await chat.WriteAsync("not lost");
        await Expect(chat.Page.Locator(".toast.error")).ToBeVisibleAsync();
        await Expect(chat.Input).ToHaveValueAsync("not lost");

        await sandbox.App.StartAsync();
        await Expect(chat.Page.Locator("#away")).ToBeHiddenAsync();
        await bot.SayAsync(person, "after");
        await chat.SeesLastAsync("after");
        await chat.Input.PressAsync("Enter");
        await chat.SeesLastAsync("not lost");
    }
}
