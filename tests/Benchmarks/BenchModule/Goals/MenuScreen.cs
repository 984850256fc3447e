using System.Globalization;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Bench.Goals;

/// <summary>Opened by <c>/start bench</c>. Counts its visits, which the screen of a product would leave to an act: a screen may be drawn again.</summary>
internal sealed class MenuScreen(TurnLog log) : IScreen<MenuPlace>
{
    public Task<Reply> ShowAsync(ITurn turn, MenuPlace place, CancellationToken cancellationToken)
    {
        var n = log.Add("menu", "menu.opened", null, _ => { });
        return Task.FromResult(Reply.Show(Draw(turn.Text, "bench.menu", n)));
    }

    public static Screen Draw(IText text, string key, int n) => new()
    {
        // As text: the rig reads it, and a number from 1,000 on is written as people write it.
        Body = text.GetMarkup(key, ("n", n.ToString(CultureInfo.InvariantCulture))),
        Rows =
        [
            [Button.To(text.Get("bench.button.new"), new NewGoal()), Button.To(text.Get("bench.button.goals"), new AboutPlace("goals"))],
            [Button.To(text.Get("bench.button.calendar"), new AboutPlace("calendar")), Button.To(text.Get("bench.button.help"), new AboutPlace("help"))],
        ],
    };
}

/// <summary>Where the conversation begins.</summary>
[Callback("menu")]
internal readonly record struct MenuPlace;
