using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

public sealed class SafetyTests(SandboxFixture sandbox)
{
    [Fact]
    public async Task The_policy_forbids_foreign_hosts_and_inline_script_and_no_request_leaves_the_origin()
    {
        using var bot = sandbox.NewBot();
        var person = await bot.NewPersonAsync("Anna");
        await using var chat = await sandbox.OpenAsync(bot);
        await bot.UploadAsync("sendPhoto", "photo", person, await chat.Page.ScreenshotAsync(), "a.png");
        await bot.SayAsync(person, "see https://example.org/picture.png");
        await chat.SeesLastAsync("example.org");

        var response = await chat.Page.ReloadAsync();
        await chat.SeesLastAsync("example.org");

        var policy = await response!.HeaderValueAsync("content-security-policy");
        Assert.Contains("default-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
        Assert.All(chat.Requests, url => Assert.StartsWith(sandbox.App.Address.ToString(), url, StringComparison.Ordinal));
        Assert.False(await chat.Page.EvaluateAsync<bool>("fetch('https://example.org/').then(() => true, () => false)"));
        Assert.Empty(chat.Errors);
    }

    [Fact]
    public async Task The_token_is_in_nothing_that_the_page_gets()
    {
        using var bot = sandbox.HostBot();
        await bot.SayAsync(await bot.NewPersonAsync("Token seeker"), "welcome");
        await using var chat = await sandbox.OpenAsync(bot);
        await chat.SeesLastAsync("welcome");
        await chat.Button("Tools").ClickAsync();
        await Expect(chat.Page.Locator(".call").First).ToBeVisibleAsync();

        var secret = bot.Token[(bot.Token.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var addresses = chat.Requests.Where(url => !url.Contains("/events", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(addresses.Length > 20);
        using var http = new HttpClient();
        foreach (var address in addresses)
        {
            Assert.DoesNotContain(secret, await http.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_browser_is_named_with_the_package_to_install()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Chromium.Find(["/nowhere/chromium"]));

        Assert.Contains("apt-get install chromium-headless-shell", error.Message, StringComparison.Ordinal);
    }
}
