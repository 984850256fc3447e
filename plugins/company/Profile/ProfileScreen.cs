using DrAivBot.Company.PersonalData;
using DrAivBot.Company.Registration;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Profile;

/// <summary>What the bot knows of the person, and what they choose for themselves.</summary>
internal sealed class ProfileScreen(IOwnProfile profile, IOrganisation organisation, ICompanies companies)
    : IScreen<ProfilePlace>, IScreen<ChooseZonePlace>
{
    private const int MostPosts = 8;

    private static readonly string[] Languages = ["ru", "en"];

    public async Task<Reply> ShowAsync(ITurn turn, ProfilePlace place, CancellationToken cancellationToken)
    {
        var own = await profile.ReadAsync(cancellationToken);
        var all = await companies.ListAsync(cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.profile.title", ("name", turn.User.Name)),
                Markup.Lines(
                    turn.Text.GetMarkup("company.profile.language", ("language", turn.Text.Get($"core.language.{turn.User.Language}"))),
                    Zone(turn, own)),
                await PostsAsync(turn, cancellationToken),
                Markup.Lines([turn.Text.GetMarkup("company.profile.companies"), .. all.Select(company => Company(turn, company))])),
        };
        return Reply.Show(screen
            .WithRow([.. Languages.Where(code => code != turn.User.Language)
                .Select(code => Button.To(turn.Text.Get("company.profile.speak", ("language", turn.Text.Get($"core.language.{code}"))), new ChooseLanguage(code)))])
            .WithRow(Button.To(turn.Text.Get("company.profile.zone_change"), new ChooseZonePlace()))
            .WithRow(Button.To(turn.Text.Get("company.mydata.open"), new MyDataPlace()))
            .WithRow(all.Count > 1 ? [Button.To(turn.Text.Get("company.menu.companies"), new CompaniesPlace(0))] : []));
    }

    public Task<Reply> ShowAsync(ITurn turn, ChooseZonePlace place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<ZoneDialog, ZoneState>(new()));

    private async Task<Markup> PostsAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var posts = await organisation.ListPositionsOfAsync(turn.User.Id, cancellationToken);
        var held = posts.Where(post => !post.IsVacant).ToList();
        var temporary = posts.Count - held.Count;
        return held.Count == 0 && temporary == 0
            ? turn.Text.GetMarkup("company.profile.no_posts")
            : Markup.Lines(
            [
                turn.Text.GetMarkup("company.profile.posts"),
                .. held.Take(MostPosts).Select(post => Markup.Plain($"• {post.Number} · {post.Name}")),
                held.Count > MostPosts ? turn.Text.GetMarkup("company.profile.more_posts", ("count", held.Count - MostPosts)) : Markup.Empty,
                temporary > 0 ? turn.Text.GetMarkup("company.profile.temporary", ("count", temporary)) : Markup.Empty,
            ]);
    }

    private static Markup Zone(ITurn turn, OwnProfile own)
    {
        var zone = CompanyZone.Find(own.TimeZone ?? own.CompanyTimeZone)?.Label(turn.Text, turn.StartedAt)
            ?? $"{turn.User.TimeZone.Id} · {CompanyZone.Offset(turn.User.TimeZone.GetUtcOffset(turn.StartedAt))}";
        return turn.Text.GetMarkup(own.TimeZone is null ? "company.profile.zone_company" : "company.profile.zone", ("zone", zone));
    }

    private static Markup Company(ITurn turn, Membership company) => turn.Text.GetMarkup(
        company.IsActive ? "company.profile.company_active" : "company.profile.company",
        ("company", company.CompanyName),
        ("role", RoleText.Of(turn.Text, company.Role)));
}

/// <summary>The person's own page.</summary>
[Callback("me")]
internal readonly record struct ProfilePlace;

/// <summary>Begins the choice of a time zone.</summary>
[Callback("myzone")]
internal readonly record struct ChooseZonePlace;
