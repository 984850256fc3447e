using Microsoft.Playwright;

namespace DrAivBot.Browser.Tests;

/// <summary>The sandbox page as a visitor meets it; remembers what the browser asked for and what went wrong in it.</summary>
public sealed class ChatPage : IAsyncDisposable
{
    private readonly List<string> requests = [];
    private readonly List<string> errors = [];

    private ChatPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => requests.Add(request.Url);
        page.PageError += (_, error) => errors.Add(error);
        page.Dialog += (_, dialog) =>
        {
            errors.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Requests => requests;

    /// <summary>Script errors and native dialogs, which only injected script could open.</summary>
    public IReadOnlyList<string> Errors => errors;

    public ILocator Messages => Page.Locator("#log .message");

    public ILocator Last => Messages.Last;

    public ILocator Input => Page.Locator("#input");

    public static async Task<ChatPage> OpenAsync(IPage page, Uri address)
    {
        var opened = new ChatPage(page);
        await page.GotoAsync(address.ToString());
        return opened;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>By the name alone: what was said last stands beside it and may name somebody else.</summary>
    public ILocator Person(string name) => Page.Locator("#people-list .person").Filter(new() { Has = Page.Locator(".person-name").GetByText(name, new() { Exact = true }) });

    public Task SwitchToAsync(string name) => Person(name).ClickAsync();

    public async Task WriteAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    /// <summary>Waits until the last message says this.</summary>
    public Task SeesLastAsync(string text) => Assertions.Expect(Last).ToContainTextAsync(text);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
