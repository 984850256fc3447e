using Microsoft.Playwright;

namespace DrAivBot.Browser.Tests;

/// <summary>The browser of the system's package; none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(Places),
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });

    public static string Find(IEnumerable<string> places) =>
        places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            "The browser tests need Chromium and found none. Install it: apt-get install chromium-headless-shell");
}
