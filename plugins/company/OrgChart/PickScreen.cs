using DrAivBot.Company.Employees;
using DrAivBot.Company.Settings;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.OrgChart;

/// <summary>Choosing a member for something, a page at a time or by a search.</summary>
internal sealed class PickScreen(IPosts posts, IPeople people, IOrganisation organisation) : IScreen<PickPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, PickPlace place, CancellationToken cancellationToken)
    {
        if (await FindHeadingAsync(turn, place, cancellationToken) is not { } heading)
        {
            return Reply.NotFound;
        }

        var query = new PeopleQuery { Text = place.Text, Except = await FindExceptAsync(turn, place, cancellationToken) };
        var (page, total) = await PeoplePages.ReadAsync(people, query, place.Page, cancellationToken);
        var screen = new Screen { Body = Markup.Paragraphs(heading, Found(turn.Text, place, total)) };
        screen = screen
            .WithPage(page, person => Row(turn.Text, place, person), number => place with { Page = number })
            .WithRow(PersonText.Search(turn.Text, place.Text, new FindInPick(place.For, place.Target, place.From, place.Until), place with { Text = "", Page = 0 }));
        return Reply.Show(place.For == PickFor.Absence
            ? screen.WithRow(Button.To(turn.Text.Get("company.pick.nobody"), NoteAbsencePress.Of(place, deputy: null)))
            : screen);
    }

    /// <summary>Who cannot be chosen: nobody stands in for themselves, or hands the company to themselves.</summary>
    private async Task<UserId?> FindExceptAsync(ITurn turn, PickPlace place, CancellationToken cancellationToken) => place.For switch
    {
        PickFor.Absence => new(place.Target),
        PickFor.Deputy => (await organisation.FindPositionAsync(new(place.Target), cancellationToken))?.Position.Holder?.UserId,
        PickFor.Owner => turn.User.Id,
        _ => null,
    };

    private static Markup Found(IText text, PickPlace place, int total) => (place.Text.Length, total) switch
    {
        (0, 0) => text.GetMarkup("company.pick.alone"),
        (0, 1) when place.For == PickFor.Post => text.GetMarkup("company.pick.alone"),
        (_, 0) => text.GetMarkup("company.people.not_found", ("text", place.Text)),
        (0, _) => Markup.Empty,
        _ => text.GetMarkup("company.people.found", ("text", place.Text), ("count", total)),
    };

    private static Button Row(IText text, PickPlace place, Employee person)
    {
        var label = PersonText.Row(text, person);
        return place.For switch
        {
            PickFor.Post => Button.To(label, new FillPlace(new(place.Target), person.UserId)),
            PickFor.Deputy => Button.To(label, new DeputyTermPlace(new(place.Target), person.UserId)),
            PickFor.Absence => Button.To(label, NoteAbsencePress.Of(place, person.UserId)),
            _ => Button.To(label, new OfferPlace(person.UserId)),
        };
    }

    /// <summary>What somebody is chosen for, in words; null when the person who looks may not, or it is gone.</summary>
    private async Task<Markup?> FindHeadingAsync(ITurn turn, PickPlace place, CancellationToken cancellationToken) => place.For switch
    {
        PickFor.Post => await FindPostHeadingAsync(turn, place.Target, PostActs.Appoint | PostActs.Replace, cancellationToken),
        PickFor.Deputy => await FindPostHeadingAsync(turn, place.Target, PostActs.NameDeputy, cancellationToken),
        PickFor.Absence => await FindAbsenceHeadingAsync(turn, place, cancellationToken),
        _ => turn.May(CompanyModule.OwnCompany) ? turn.Text.GetMarkup("company.pick.owner") : null,
    };

    private async Task<Markup?> FindPostHeadingAsync(ITurn turn, Guid target, PostActs needed, CancellationToken cancellationToken)
    {
        var id = new PositionId(target);
        var acts = await posts.FindActsAsync(id, cancellationToken) & needed;
        if (acts == PostActs.None || await organisation.FindPositionAsync(id, cancellationToken) is not { Position: { } post })
        {
            return null;
        }

        var key = acts switch
        {
            PostActs.NameDeputy => "company.pick.deputy",
            PostActs.Appoint => "company.pick.appoint",
            _ => "company.pick.replace",
        };
        return turn.Text.GetMarkup(key, ("number", post.Number), ("post", post.Name), ("holder", post.Holder?.Name));
    }

    private async Task<Markup?> FindAbsenceHeadingAsync(ITurn turn, PickPlace place, CancellationToken cancellationToken)
    {
        var id = new UserId(place.Target);
        var person = await people.FindAsync(id, cancellationToken);
        if (person is null || place is not { From: { } from, Until: { } until }
            || (id != turn.User.Id && !(await people.FindActsAsync(id, cancellationToken)).HasFlag(PersonActs.NoteAbsence)))
        {
            return null;
        }

        return turn.Text.GetMarkup("company.pick.absence", ("name", person.Name), ("days", turn.Text.FormatDays(from, until)));
    }
}

/// <summary>Where somebody is chosen.</summary>
/// <param name="For">What for.</param>
/// <param name="Target">The post or the absent person; nothing for the ownership.</param>
/// <param name="Text">What is searched for; empty for everybody.</param>
/// <param name="Page">Counted from 0.</param>
/// <param name="From">First day of an absence.</param>
/// <param name="Until">Last day of an absence.</param>
[Callback("pick")]
internal readonly record struct PickPlace(PickFor For, Guid Target, string Text, int Page, DateOnly? From, DateOnly? Until)
{
    public static PickPlace ForPost(PositionId post) => new(PickFor.Post, post.Value, "", 0, null, null);

    public static PickPlace ForDeputy(PositionId post) => new(PickFor.Deputy, post.Value, "", 0, null, null);

    public static PickPlace ForAbsence(UserId person, DateOnly from, DateOnly until) => new(PickFor.Absence, person.Value, "", 0, from, until);

    public static PickPlace ForOwner() => new(PickFor.Owner, Guid.Empty, "", 0, null, null);
}
