using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DrAivBot.Browser.Tests;

/// <summary>The way of one event through the planner, in a real browser: made by one line, seen, answered by a colleague, moved.</summary>
public sealed class PlannerTests(SandboxFixture sandbox, PlannerHost real) : IClassFixture<PlannerHost>
{
    [Theory]
    [InlineData("ru-RU", 1280, 800, "Ольга", "Борис", "Борисом")]
    [InlineData("en-US", 390, 844, "Olga", "Boris", "Boris")]
    [InlineData("ru-RU", 390, 844, "Вера", "Глеб", "Глебом")]
    public async Task An_event_of_one_line_is_seen_everywhere_accepted_by_a_colleague_and_moved(
        string locale, int width, int height, string organiser, string colleague, string said)
    {
        var (words, plans) = (Words.Of(locale), PlannerWords.Of(locale));
        await using var visitor = new Visitor(
            await sandbox.OpenAsync(real.Page, new(width, height, locale, width < 500)), words, $"planner-{locale}-{width}");
        await HireAsync(visitor, words, organiser, colleague);
        await CreateAsync(visitor, plans, colleague, said);
        await SeeAsync(visitor, plans);

        await visitor.BecomeAsync(colleague);
        await visitor.SeesAsync(plans.Invited);
        await visitor.PressAsync(plans.Open, "⭐️ ");
        await visitor.Key(plans.Go).First.ClickAsync();
        await Expect(visitor.Key(plans.Going).First).ToBeVisibleAsync();
        await visitor.PictureAsync();

        await visitor.BecomeAsync(organiser);
        await MoveAsync(visitor, plans);
        await visitor.BecomeAsync(colleague);
        await visitor.SeesAsync(plans.Moved);
        await Expect(visitor.Chat.Last).ToContainTextAsync("10:30");

        Assert.Equal(width, await visitor.Chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        visitor.HasNoErrors();
    }

    private async Task HireAsync(Visitor visitor, Words words, string organiser, string colleague)
    {
        await visitor.ComeAsync(organiser);
        await visitor.RegisterAsync("Северный ветер");
        // What people are told must come whatever the hour of the test.
        await real.Host.ExecuteAsync("update core.companies set quiet_from = '00:00', quiet_until = '00:00'");
        var link = await visitor.InviteAsync(division: 2, post: 6);
        await visitor.ComeByLinkAsync(colleague, link, words.Offer);
        await visitor.PressAsync(words.Accept, words.Consent);
        await visitor.PressAsync(words.Consents, words.Joined);
        await visitor.BecomeAsync(organiser);
        await visitor.SeesAsync(words.JoinedNotice);
    }

    private static async Task CreateAsync(Visitor visitor, PlannerWords plans, string colleague, string said)
    {
        await visitor.WriteAsync("/menu", "Северный ветер");
        await visitor.PressAsync(plans.Menu, plans.New);
        await visitor.PressAsync(plans.New, plans.AsksLine);
        await visitor.WriteAsync(string.Format(CultureInfo.InvariantCulture, plans.Line, said), plans.Checks);
        await visitor.PressAsync("➕ " + colleague, "👥 " + colleague);
        foreach (var part in plans.Parts)
        {
            await visitor.Key(part).ClickAsync();
            await Expect(visitor.Key(plans.Cancel)).ToHaveCountAsync(1);
            await visitor.PictureAsync();
            await visitor.PressAsync(plans.Cancel, plans.Checks);
        }

        await visitor.PressAsync(plans.Create, "⭐️ ");
        await Expect(visitor.Chat.Last).ToContainTextAsync("▫️ " + colleague);
    }

    private static async Task SeeAsync(Visitor visitor, PlannerWords plans)
    {
        var line = "15:00–16:00 👥 " + plans.Title;
        await visitor.WriteAsync("/today", plans.New);
        await visitor.PressAsync("›", line);
        await visitor.Chat.Last.GetByRole(AriaRole.Button, new() { Name = plans.Week, Exact = true }).ClickAsync();
        await visitor.SeesAsync(plans.Free);
        await Expect(visitor.Chat.Last).ToContainTextAsync(line);
        await visitor.PressAsync(" · 1", plans.Tomorrow);
        await visitor.PressAsync(plans.Month, plans.HasDays);
        await Expect(visitor.Key("•")).ToHaveCountAsync(1);
        await visitor.PressAsync("•", line);
        await visitor.PressAsync(plans.Files, plans.FilesTitle);
        await visitor.WriteAsync("/today", plans.New);
        await visitor.PressAsync(plans.Agenda, line);
        await visitor.PressAsync(plans.Title, "⭐️ ");
        await visitor.PressAsync(plans.AsksCancel, plans.CancelTitle);
    }

    private static async Task MoveAsync(Visitor visitor, PlannerWords plans)
    {
        await visitor.WriteAsync("/today", plans.New);
        await visitor.PressAsync(plans.Agenda, plans.Title);
        await visitor.PressAsync(plans.Title, "✅ ");
        await visitor.PressAsync(plans.Move, plans.AsksDay);
        await visitor.WriteAsync(plans.Tomorrow, plans.AsksHour);
        await visitor.WriteAsync("10:30", "10:30–11:30");
    }
}
