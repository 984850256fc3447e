using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Digest;

/// <summary>The viewer's mornings: whether and when.</summary>
internal sealed class DigestScreen(DigestTable table, DigestRounds rounds) : IScreen<DigestPlace>, IAction<SwitchDigest>
{
    public async Task<Reply> ShowAsync(ITurn turn, DigestPlace place, CancellationToken cancellationToken)
    {
        var setting = await table.FindAsync(turn.User.Id, cancellationToken);
        var time = turn.Text.FormatTime(setting.At);
        var text = turn.Text;
        var screen = new Screen { Body = text.GetMarkup(setting.IsOn ? "planner.digest.is_on" : "planner.digest.is_off", ("time", time)) };
        return Reply.Show(screen
            .WithRow(Button.To(text.Get(setting.IsOn ? "planner.digest.switch_off" : "planner.digest.switch_on"), new SwitchDigest(!setting.IsOn)))
            .WithRow(Button.To(text.Get("planner.digest.change", ("time", time)), new AskDigestTime())));
    }

    public async Task<Reply> ActAsync(ITurn turn, SwitchDigest press, CancellationToken cancellationToken)
    {
        var setting = await table.FindAsync(turn.User.Id, cancellationToken) with { IsOn = press.IsOn };
        await table.SaveAsync(turn.User.Id, setting, cancellationToken);
        await rounds.ScheduleForAsync(turn.User.TimeZone, setting, cancellationToken);
        return Reply.Stay.WithToast(turn.Text.Get("planner.digest.saved"));
    }
}

/// <summary>The viewer's mornings.</summary>
[Callback("digest")]
internal readonly record struct DigestPlace;

/// <summary>Switches the viewer's digest on or off.</summary>
[Callback("digestswitch")]
internal readonly record struct SwitchDigest(bool IsOn);
