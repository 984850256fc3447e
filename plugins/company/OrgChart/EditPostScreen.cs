using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.OrgChart;

/// <summary>What of a post can be changed besides its holder.</summary>
internal sealed class EditPostScreen(IOrganisation organisation, IPosts posts) : IScreen<EditPostPlace>
{
    public async Task<Reply> ShowAsync(ITurn turn, EditPostPlace place, CancellationToken cancellationToken)
    {
        var acts = await posts.FindActsAsync(place.Position, cancellationToken);
        var buttons = new List<Button>();
        if (await organisation.FindPositionAsync(place.Position, cancellationToken) is not { Position: { } post })
        {
            return Reply.NotFound;
        }

        if (acts.HasFlag(PostActs.Rename))
        {
            buttons.Add(Button.To(turn.Text.Get("company.rename.button"), RenamePress.Of(post)));
            if (post.Kind != PositionKind.Specialist)
            {
                buttons.Add(Button.To(turn.Text.Get("company.rename.reset"), ResetNamePress.Of(post)));
            }
        }

        if (acts.HasFlag(PostActs.Move))
        {
            buttons.Add(Button.To(turn.Text.Get("company.move.button"), new MovePostPlace(post.Id, null)));
        }

        if (acts.HasFlag(PostActs.Archive))
        {
            buttons.Add(Button.To(turn.Text.Get("company.archive.button"), new ArchivePlace(post.Id)));
        }

        var screen = new Screen { Body = turn.Text.GetMarkup("company.post.edit_title", ("number", post.Number), ("post", post.Name)) };
        return buttons.Count == 0 ? Reply.NotFound : Reply.Show(screen.WithColumn(buttons));
    }
}

/// <summary>Changing a post.</summary>
[Callback("postedit")]
internal readonly record struct EditPostPlace(PositionId Position);
