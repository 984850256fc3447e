using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>Asks before a post is archived; what waits there goes to its superior.</summary>
internal sealed class ArchiveScreen(IOrganisation organisation, IPosts posts, PostQuestion question) : IScreen<ArchivePlace>, IAction<ArchivePress>
{
    public async Task<Reply> ShowAsync(ITurn turn, ArchivePlace place, CancellationToken cancellationToken)
    {
        if (await question.FindAsync(place.Position, PostActs.Archive, cancellationToken) is not { } post)
        {
            return Reply.NotFound;
        }

        var open = await posts.CountOpenItemsAsync(post.Id, cancellationToken);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.archive.ask", ("number", post.Number), ("post", post.Name)),
                open == 0 ? Markup.Empty : turn.Text.GetMarkup("company.archive.open", ("count", open))),
        };
        var label = turn.Text.Get(open == 0 ? "company.archive.yes" : "company.archive.hand_over");
        return Reply.Show(screen.WithRow(Button.To(label, new ArchivePress(post.Id, open > 0))));
    }

    public async Task<Reply> ActAsync(ITurn turn, ArchivePress press, CancellationToken cancellationToken)
    {
        var unit = (await organisation.FindPositionAsync(press.Position, cancellationToken))?.Position;
        var result = await posts.ArchiveAsync(press.Position, press.HandOver, cancellationToken);
        if (!result.IsDone)
        {
            return PostText.Refuse(turn.Text, result);
        }

        var words = result.HandedTo is { } receiver
            ? turn.Text.Get("company.archive.handed", ("number", receiver.Number))
            : turn.Text.Get("company.archive.done");
        return (unit?.DepartmentNumber is { } department
            ? Reply.GoTo(new DepartmentPlace(department))
            : Reply.GoTo(new DivisionPlace(unit?.DivisionNumber ?? 0))).WithToast(words);
    }
}

/// <summary>The question whether a post is archived.</summary>
[Callback("archive")]
internal readonly record struct ArchivePlace(PositionId Position);

/// <summary>Yes, it is.</summary>
/// <param name="Position">The post.</param>
/// <param name="HandOver">Whether what waits there goes to the superior.</param>
[Callback("archiveyes")]
internal readonly record struct ArchivePress(PositionId Position, bool HandOver);
