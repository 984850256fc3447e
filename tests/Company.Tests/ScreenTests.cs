using DrAivBot.Company.Invitations;
using DrAivBot.Company.OrgChart;
using DrAivBot.Company.Registration;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Tests;

public sealed class ScreenTests
{
    public static TheoryData<string> Languages => ["ru", "en"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_screen_draws_and_shows_names_as_they_are_written(string language)
    {
        var (turn, chart) = (new PaperTurn(TextOf(language)), new PaperChart { Deputy = PaperChart.Anna });
        Reply[] replies =
        [
            await new ChartScreen(chart).ShowAsync(turn, default, Cancellation),
            await new DivisionScreen(chart).ShowAsync(turn, new(2), Cancellation),
            await new DepartmentScreen(chart).ShowAsync(turn, new(6), Cancellation),
            await new PositionScreen(chart, new PaperInvitations()).ShowAsync(turn, new(chart.Post.Id), Cancellation),
            await new MyPostsScreen(chart).ShowAsync(turn, new(0), Cancellation),
            await new WelcomeScreen(chart).ShowAsync(turn, default, Cancellation),
            await new StartRegistrationScreen().ShowAsync(turn, new(Sure: false), Cancellation),
            await new InvitationHelpScreen().ShowAsync(turn, default, Cancellation),
            await new InvitationScreen(new PaperInvitations()).ShowAsync(turn, new InvitationPlace("<b>"), Cancellation),
        ];

        Assert.All(replies, reply =>
        {
            var html = reply.Screen!.Body.Html;
            Assert.NotEmpty(html);
            Assert.DoesNotContain("<Ко>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<отдела>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<клиентов>", html, StringComparison.Ordinal);
            Assert.All(reply.Screen.Rows.SelectMany(row => row), button => Assert.DoesNotContain("&lt;", button.Label, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_row_of_the_structure_names_division_and_filled_posts()
    {
        var reply = await new ChartScreen(new PaperChart()).ShowAsync(new PaperTurn(CompanyTexts.Russian), default, Cancellation);

        Assert.Equal("2 · Распространения · занято 1/3", Assert.Single(reply.Screen!.Rows[0]).Label);
    }

    [Fact]
    public async Task A_card_leads_to_the_superior_post()
    {
        var superior = new PaperChart().Post with { Number = 19, Name = "Исполнительный директор", Holder = null };
        var chart = new PaperChart { Superior = superior };

        var reply = await new PositionScreen(chart, new PaperInvitations()).ShowAsync(new PaperTurn(CompanyTexts.Russian), new(chart.Post.Id), Cancellation);

        Assert.Contains("19 · Исполнительный директор — вакантно", reply.Screen!.Body.Html, StringComparison.Ordinal);
        Assert.Equal(new PositionPlace(superior.Id), Assert.Single(Assert.Single(reply.Screen.Rows)).Press);
    }

    [Fact]
    public async Task What_does_not_exist_is_answered_as_not_found()
    {
        var (turn, chart) = (new PaperTurn(CompanyTexts.Russian), new PaperChart());

        Assert.Same(Reply.NotFound, await new DivisionScreen(chart).ShowAsync(turn, new(8), Cancellation));
        Assert.Same(Reply.NotFound, await new DepartmentScreen(chart).ShowAsync(turn, new(22), Cancellation));
        Assert.Same(Reply.NotFound, await new PositionScreen(chart, new PaperInvitations()).ShowAsync(turn, new(new(Guid.NewGuid())), Cancellation));
    }

    [Fact]
    public async Task A_member_without_posts_is_shown_the_way_to_the_structure()
    {
        var stranger = new PaperTurn(CompanyTexts.Russian) { User = new() { Id = new(Guid.NewGuid()), Name = "Вера", Language = "ru", TimeZone = TimeZoneInfo.Utc } };

        var reply = await new MyPostsScreen(new PaperChart()).ShowAsync(stranger, new(0), Cancellation);

        Assert.Equal(new ChartPlace(), Assert.Single(Assert.Single(reply.Screen!.Rows)).Press);
    }

    [Fact]
    public async Task A_guest_begins_at_once_and_a_member_is_asked_first()
    {
        var guest = await new StartRegistrationScreen().ShowAsync(new PaperTurn(CompanyTexts.Russian) { Member = null }, new(Sure: false), Cancellation);
        var member = await new StartRegistrationScreen().ShowAsync(new PaperTurn(CompanyTexts.Russian), new(Sure: false), Cancellation);
        var sure = await new StartRegistrationScreen().ShowAsync(new PaperTurn(CompanyTexts.Russian), new(Sure: true), Cancellation);

        Assert.Equal((ReplyKind.Begin, ReplyKind.Show, ReplyKind.Begin), (guest.Kind, member.Kind, sure.Kind));
        Assert.Equal(new StartRegistrationPlace(Sure: true), Assert.Single(Assert.Single(member.Screen!.Rows)).Press);
    }

    [Fact]
    public async Task Completing_the_same_registration_twice_makes_one_company_and_another_makes_another()
    {
        var (turn, chart) = (new PaperTurn(CompanyTexts.Russian), new PaperChart());
        var dialog = new RegistrationDialog(chart);
        var state = new RegistrationState { Key = Guid.NewGuid(), Name = "Ветер", TimeZone = "Asia/Almaty", Currency = "KZT" };

        var first = await dialog.CompleteAsync(turn, state, Cancellation);
        var repeated = await dialog.CompleteAsync(turn, state, Cancellation);
        await dialog.CompleteAsync(turn, state with { Key = Guid.NewGuid(), Name = "Маяк" }, Cancellation);

        Assert.Equal(["Ветер", "Маяк"], chart.Registered.Select(company => company.Name));
        Assert.Equal((ReplyKind.GoTo, ReplyKind.GoTo), (first.Kind, repeated.Kind));
    }

    private static IText TextOf(string language) => language == "ru" ? CompanyTexts.Russian : CompanyTexts.English;
}
