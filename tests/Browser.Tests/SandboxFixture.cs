using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DrAivBot.Browser.Tests.SandboxFixture))]
[assembly: AssemblyFixture(typeof(DrAivBot.Testing.PostgresFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace DrAivBot.Browser.Tests;

/// <summary>One server and one browser for all tests; every test has a bot of its own, so that they do not meet.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private int bots;

    public SandboxApp App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync();
        // Generous, so that a busy machine is not taken for a broken page; a test that passes does not wait for it.
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public ScriptedBot NewBot() => new(App.Address, $"{7_000_000 + Interlocked.Increment(ref bots)}:{new string('t', 35)}");

    public ScriptedBot HostBot() => new(App.Address, App.HostBotToken);

    /// <summary>Opens the page of a bot, in a browser that has never been here.</summary>
    public Task<ChatPage> OpenAsync(ScriptedBot bot, Screen? screen = null) =>
        OpenAsync(new Uri(App.Address, $"/sandbox?bot={bot.Id}"), screen ?? Screen.Desktop);

    /// <summary>Opens a page, in a browser that has never been here.</summary>
    public async Task<ChatPage> OpenAsync(Uri address, Screen shown)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = shown.Locale,
            ViewportSize = new ViewportSize { Width = shown.Width, Height = shown.Height },
            HasTouch = shown.Touch,
            IsMobile = shown.Touch,
        });
        context.SetDefaultTimeout(20_000);
        return await ChatPage.OpenAsync(await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await App.DisposeAsync();
    }
}
