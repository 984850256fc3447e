using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

/// <summary>Two people of one company in one browser page: who founds it and invites, and who comes by the link.</summary>
public sealed class InvitationFlowTests(SandboxFixture sandbox, RealHost real) : IClassFixture<RealHost>
{
    [Theory]
    [InlineData("ru-RU", 1280, 800, "Ольга", "Борис")]
    [InlineData("en-US", 1280, 800, "Olga", "Boris")]
    [InlineData("ru-RU", 390, 844, "Вера", "Глеб")]
    public async Task A_registered_company_invites_and_a_second_user_joins_by_the_link(
        string locale, int width, int height, string founder, string guest)
    {
        var words = Words.Of(locale);
        await using var visitor = new Visitor(
            await sandbox.OpenAsync(real.Page, new(width, height, locale, width < 500)), words, $"invitation-{locale}-{width}");
        await visitor.ComeAsync(founder);
        await visitor.RegisterAsync("Северный ветер");
        // What the inviter is told must come whatever the hour of the test.
        await real.Host.ExecuteAsync("update core.companies set quiet_from = '00:00', quiet_until = '00:00'");
        var link = await visitor.InviteAsync(division: 2, post: 6);
        var picture = visitor.Chat.Page.Locator("#log .message img").Last;
        await Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)") > 100);

        await visitor.ComeByLinkAsync(guest, link, words.Offer);
        await Expect(visitor.Chat.Last).ToContainTextAsync("Северный ветер");
        await visitor.PressAsync(words.Accept, words.Consent);
        await visitor.PressAsync(words.Consents, words.Joined);
        await Expect(visitor.Chat.Last).ToContainTextAsync(founder);
        await visitor.OpenLinkAsync(link, words.Held);

        await visitor.BecomeAsync(founder);
        await Expect(visitor.Chat.Page.Locator("#log")).ToContainTextAsync(words.JoinedNotice);
        await visitor.PictureAsync();
        await Expect(visitor.Chat.Messages.Filter(new() { HasText = words.JoinedNotice })).ToContainTextAsync(guest);

        Assert.Equal(width, await visitor.Chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        visitor.HasNoErrors();
    }
}
