using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

/// <summary>Somebody at the page of the real host, who reads the last screen and presses its buttons.</summary>
public sealed class Visitor(ChatPage chat, Words words, string picture) : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DRAIVBOT_SCREENSHOTS");
    private int _pictures;

    public ChatPage Chat => chat;

    public ILocator Key(string label) => chat.Last.Locator(".key", new() { HasText = label });

    /// <summary>Comes as a new person, presses START and sees the first screen.</summary>
    public async Task ComeAsync(string name)
    {
        if (await chat.Page.Locator("#people-open").IsVisibleAsync())
        {
            await chat.Page.Locator("#people-open").ClickAsync();
        }

        await chat.Button(words.NewPerson).ClickAsync();
        await chat.Page.GetByLabel(words.Name, new() { Exact = true }).FillAsync(name);
        await chat.Page.Locator("dialog").GetByLabel(words.Language, new() { Exact = true }).CheckAsync();
        await chat.Button(words.Add).ClickAsync();
        await SeesButtonAsync(words.Start);
        await chat.Button(words.Start).ClickAsync();
        await SeesAsync(words.Greeting + name);
    }

    public async Task PressAsync(string label, string sees)
    {
        await Key(label).ClickAsync();
        await SeesAsync(sees);
    }

    public async Task WriteAsync(string text, string sees)
    {
        await chat.WriteAsync(text);
        await SeesAsync(sees);
    }

    public async Task SeesAsync(string words)
    {
        await chat.SeesLastAsync(words);
        await PictureAsync();
    }

    public async Task RegisterAsync(string company)
    {
        await PressAsync(words.Create, words.AsksName);
        await WriteAsync(company, words.AsksZone);
        await PressAsync(words.Zone, words.AsksCurrency);
        await PressAsync("RUB", words.Review);
        await PressAsync(words.Confirm, words.Welcome);
        await Expect(chat.Last).ToContainTextAsync(company);
    }

    public async Task WalkToPost21Async()
    {
        await PressAsync(words.Structure, words.Chart);
        await PressAsync("7 ·", words.Division);
        await PressAsync("21 ·", words.Department);
        await PressAsync("21 ·", words.Post);
    }

    /// <summary>The page itself stays sound whatever is pressed in it.</summary>
    public void HasNoErrors() => Assert.Empty(chat.Errors);

    public ValueTask DisposeAsync() => chat.DisposeAsync();

    private Task SeesButtonAsync(string name) => Expect(chat.Button(name)).ToBeVisibleAsync();

    private async Task PictureAsync()
    {
        if (Pictures is not null)
        {
            var name = FormattableString.Invariant($"{picture}-{++_pictures:00}.png");
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name) });
        }
    }
}
