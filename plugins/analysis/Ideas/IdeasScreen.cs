using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Ideas;

/// <summary>Business ideas that were reckoned.</summary>
internal sealed class IdeasScreen(IdeaTable table) : IScreen<IdeasPlace>, IScreen<IdeaPlace>
{
    private const int MostIdeas = 80;

    public async Task<Reply> ShowAsync(ITurn turn, IdeasPlace place, CancellationToken cancellationToken)
    {
        var ideas = await table.ListAsync(MostIdeas, cancellationToken);
        return Reply.Show(new Screen { Body = turn.Text.GetMarkup("analysis.idea.title") }
            .WithRow(Button.To(turn.Text.Get("analysis.idea.new"), new AskIdea()))
            .WithPage(Page.Of(ideas, place.Page), idea => Button.To((idea.PaysOff ? "🟢 " : "🔴 ") + idea.Title, new IdeaPlace(idea.Id)), page => new IdeasPlace(page)));
    }

    public async Task<Reply> ShowAsync(ITurn turn, IdeaPlace place, CancellationToken cancellationToken) =>
        await table.FindAsync(place.Id, cancellationToken) is { } idea
            ? Reply.Show(new Screen { Body = Markup.Paragraphs(IdeaText.Numbers(turn.Text, idea), IdeaText.Outcome(turn.Text, idea)) }
                .WithRow(Button.To(turn.Text.Get("analysis.idea.new"), new AskIdea())))
            : Reply.NotFound;
}

/// <summary>The ideas of the company.</summary>
[Callback("ideas")]
internal readonly record struct IdeasPlace(int Page = 0);

/// <summary>One idea.</summary>
[Callback("idea")]
internal readonly record struct IdeaPlace(Guid Id);
