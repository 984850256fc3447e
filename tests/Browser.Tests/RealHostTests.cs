using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

/// <summary>The whole product as its first user meets it: real host, real module, real database, real browser.</summary>
public sealed class RealHostTests(SandboxFixture sandbox, RealHost real) : IClassFixture<RealHost>
{
    [Theory]
    [InlineData("ru-RU", 1280, 800)]
    [InlineData("en-US", 1280, 800)]
    [InlineData("ru-RU", 390, 844)]
    public async Task A_new_user_chooses_a_language_registers_a_company_and_walks_to_post_21(string locale, int width, int height)
    {
        var words = Words.Of(locale);
        await using var visitor = await OpenAsync(new(width, height, locale, width < 500), $"{locale}-{width}");
        await visitor.ComeAsync("Ольга");

        await visitor.PressAsync(words.ToLanguage, words.AsksLanguage);
        await visitor.PressAsync(words.Language, words.Greeting);
        await visitor.RegisterAsync("Северный ветер");
        await visitor.WalkToPost21Async();
        await visitor.PressAsync(words.Menu, "Северный ветер");

        Assert.Equal(width, await visitor.Chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        visitor.HasNoErrors();
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_the_registration_loses_nothing_and_needs_no_reload()
    {
        var words = Words.Russian;
        await using var visitor = await OpenAsync(new(1280, 800, "ru-RU"), "restart");
        await visitor.ComeAsync("Пётр");
        await visitor.PressAsync(words.Create, words.AsksName);
        await visitor.WriteAsync("Тихая гавань", words.AsksZone);

        await real.Host.StopAsync();
        await Expect(visitor.Chat.Page.Locator("#away")).ToBeVisibleAsync();
        await real.Host.RestartAsync();
        await Expect(visitor.Chat.Page.Locator("#away")).ToBeHiddenAsync();

        await visitor.PressAsync(words.Zone, words.AsksCurrency);
        await visitor.PressAsync("RUB", "Тихая гавань");
        await visitor.PressAsync(words.Confirm, "Компания «Тихая гавань» создана");
        visitor.HasNoErrors();
    }

    [Fact]
    public async Task Two_people_side_by_side_get_a_company_each_and_see_only_their_own()
    {
        await using var olga = await OpenAsync(new(1280, 800, "ru-RU"), "two-olga");
        await using var john = await OpenAsync(new(1280, 800, "en-US"), "two-john");

        await Task.WhenAll(olga.ComeAsync("Ольга Вторая"), john.ComeAsync("John"));
        await Task.WhenAll(olga.RegisterAsync("Алый парус"), john.RegisterAsync("Blue Lake"));
        await Task.WhenAll(olga.WalkToPost21Async(), john.WalkToPost21Async());

        await Expect(olga.Chat.Last).ToContainTextAsync("Ольга Вторая");
        await Expect(john.Chat.Last).ToContainTextAsync("John");
        await Expect(olga.Chat.Page.Locator("#log")).Not.ToContainTextAsync("Blue Lake");
        await Expect(john.Chat.Page.Locator("#log")).Not.ToContainTextAsync("Алый парус");
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_to_register_a_company()
    {
        var words = Words.Russian;
        await using var visitor = await OpenAsync(new(1280, 800, "ru-RU"), "keyboard");
        var keyboard = visitor.Chat.Page.Keyboard;
        await Expect(visitor.Chat.Button(words.NewPerson)).ToBeVisibleAsync();
        await GoAsync(visitor, visitor.Chat.Button(words.NewPerson), "Tab");
        await keyboard.TypeAsync("Вера");
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Chat.Button(words.Start)).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await visitor.SeesAsync("Здравствуйте, Вера");

        await GoAsync(visitor, visitor.Key(words.Create), "Shift+Tab");
        await visitor.SeesAsync(words.AsksName);
        await FocusAsync(visitor, visitor.Chat.Input, "Tab");
        await keyboard.TypeAsync("Клавиша");
        await keyboard.PressAsync("Enter");
        await visitor.SeesAsync(words.AsksZone);
        await GoAsync(visitor, visitor.Key(words.Zone), "Shift+Tab");
        await visitor.SeesAsync(words.AsksCurrency);
        await GoAsync(visitor, visitor.Key("RUB"), "Shift+Tab");
        await visitor.SeesAsync(words.Review);
        await GoAsync(visitor, visitor.Key(words.Confirm), "Shift+Tab");
        await visitor.SeesAsync("Компания «Клавиша» создана");
    }

    private async Task<Visitor> OpenAsync(Screen screen, string picture) =>
        new(await sandbox.OpenAsync(real.Page, screen), Words.Of(screen.Locale), picture);

    private static async Task GoAsync(Visitor visitor, ILocator target, string key)
    {
        await FocusAsync(visitor, target, key);
        await visitor.Chat.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task FocusAsync(Visitor visitor, ILocator target, string key)
    {
        for (var i = 0; i < 60 && !await target.EvaluateAsync<bool>("node => node === document.activeElement"); i++)
        {
            await visitor.Chat.Page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
