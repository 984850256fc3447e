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
        await AppearAsync(name);
        await chat.Button(words.Start).ClickAsync();
        await SeesAsync(words.Greeting + name);
    }

    /// <summary>Comes as a new person who opens a link of the bot before anything else.</summary>
    public async Task ComeByLinkAsync(string name, string payload, string sees)
    {
        await AppearAsync(name);
        await OpenLinkAsync(payload, sees);
    }

    /// <summary>Opens a link of the bot, as somebody does who got it elsewhere.</summary>
    public async Task OpenLinkAsync(string payload, string sees)
    {
        await chat.Page.Locator("#tools-open").ClickAsync();
        await chat.Page.GetByRole(AriaRole.Tab, new() { Name = words.Acts }).ClickAsync();
        await chat.Page.Locator("#payload").FillAsync(payload);
        await chat.Page.Locator("#payload-start").ClickAsync();
        await chat.Page.Locator("#tools-close").ClickAsync();
        await SeesAsync(sees);
    }

    /// <summary>Goes on as somebody who has been here before.</summary>
    public async Task BecomeAsync(string name)
    {
        await OpenPeopleAsync();
        await chat.SwitchToAsync(name);
    }

    /// <summary>Invites for a post that heads a department, and reads what the link carries.</summary>
    public async Task<string> InviteAsync(int division, int post)
    {
        await PressAsync(words.Structure, words.Chart);
        await PressAsync($"{division} ·", words.OfDivision);
        await PressAsync($" {post} ·", words.OfDepartment);
        await PressAsync($" {post} ·", words.OfPost);
        await PressAsync(words.Invite, words.AsksLife);
        await PressAsync(" 7 ", words.Invited);
        var link = await chat.Messages.Filter(new() { HasText = "start=inv_" }).Last.Locator("a.deep-link").First.GetAttributeAsync("href");
        return link![(link!.IndexOf("start=", StringComparison.Ordinal) + "start=".Length)..];
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
        await PressAsync("7 ·", words.OfDivision);
        await PressAsync("21 ·", words.OfDepartment);
        await PressAsync("21 ·", words.OfPost);
    }

    /// <summary>Keeps what is seen, when somebody wants to look at it.</summary>
    public async Task PictureAsync()
    {
        if (Pictures is not null)
        {
            var name = FormattableString.Invariant($"{picture}-{++_pictures:00}.png");
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name) });
        }
    }

    /// <summary>The page itself stays sound whatever is pressed in it.</summary>
    public void HasNoErrors() => Assert.Empty(chat.Errors);

    public ValueTask DisposeAsync() => chat.DisposeAsync();

    private async Task AppearAsync(string name)
    {
        await OpenPeopleAsync();
        await chat.Button(words.NewPerson).ClickAsync();
        await chat.Page.GetByLabel(words.Name, new() { Exact = true }).FillAsync(name);
        await chat.Page.Locator("dialog").GetByLabel(words.Language, new() { Exact = true }).CheckAsync();
        await chat.Button(words.Add).ClickAsync();
        await SeesButtonAsync(words.Start);
    }

    private async Task OpenPeopleAsync()
    {
        if (await chat.Page.Locator("#people-open").IsVisibleAsync())
        {
            await chat.Page.Locator("#people-open").ClickAsync();
        }
    }

    private Task SeesButtonAsync(string name) => Expect(chat.Button(name)).ToBeVisibleAsync();
}
