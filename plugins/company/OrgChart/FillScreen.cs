using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Asks before somebody is put on a post, naming whom they replace, and does it.</summary>
internal sealed class FillScreen(IOrganisation organisation, IPosts posts, IPeople people, PostNotices notices)
    : IScreen<FillPlace>, IAction<FillPress>
{
    public async Task<Reply> ShowAsync(ITurn turn, FillPlace place, CancellationToken cancellationToken)
    {
        var acts = await posts.FindActsAsync(place.Position, cancellationToken) & (PostActs.Appoint | PostActs.Replace);
        if (acts == PostActs.None
            || await organisation.FindPositionAsync(place.Position, cancellationToken) is not { Position: { } post }
            || await people.FindAsync(place.Person, cancellationToken) is not { } person)
        {
            return Reply.NotFound;
        }

        var present = post.IsVacant ? null : post.Holder;
        if (present?.UserId == person.UserId)
        {
            var same = new Screen { Body = turn.Text.GetMarkup("company.fill.same", ("name", person.Name), ("number", post.Number), ("post", post.Name)) };
            return Reply.Show(same.WithRow(Button.To(turn.Text.Get("company.fill.another"), PickPlace.ForPost(post.Id))));
        }

        var open = await posts.CountOpenItemsAsync(post.Id, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup(
                    present is null ? "company.fill.appoint" : "company.fill.replace",
                    ("name", person.Name), ("number", post.Number), ("post", post.Name), ("holder", present?.Name)),
                PostText.OpenItems(turn.Text, open),
                turn.Text.GetMarkup(present is null ? "company.fill.tell_one" : "company.fill.tell_both")),
        };
        var label = turn.Text.Get(present is null ? "company.fill.appoint_yes" : "company.fill.replace_yes");
        return Reply.Show(screen.WithRow(Button.To(label, new FillPress(post.Id, person.UserId, present?.UserId))));
    }

    public async Task<Reply> ActAsync(ITurn turn, FillPress press, CancellationToken cancellationToken)
    {
        var result = press.Present is { } present
            ? await posts.ReplaceAsync(press.Position, press.Person, present, cancellationToken)
            : await posts.AppointAsync(press.Position, press.Person, cancellationToken);
        if (result is not { IsDone: true, Position: { } post })
        {
            return PostText.Refuse(turn.Text, result);
        }

        await notices.AppointedAsync(post, cancellationToken);
        if (result.Holder is { } former)
        {
            await notices.RemovedAsync(former.UserId, post, cancellationToken);
        }

        return Reply.GoTo(new PositionPlace(post.Id)).WithToast(turn.Text.Get("company.fill.done", ("name", post.Holder?.Name), ("number", post.Number)));
    }
}

/// <summary>The question whether somebody takes a post.</summary>
[Callback("fill")]
internal readonly record struct FillPlace(PositionId Position, UserId Person);

/// <summary>Yes, they do.</summary>
/// <param name="Position">The post.</param>
/// <param name="Person">Who takes it.</param>
/// <param name="Present">Whom they replace, as the screen said; null for nobody.</param>
[Callback("fillyes")]
internal readonly record struct FillPress(PositionId Position, UserId Person, UserId? Present);
