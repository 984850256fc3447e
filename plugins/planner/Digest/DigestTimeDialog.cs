using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Digest;

/// <summary>Asks when a person's morning is.</summary>
internal sealed class DigestTimeDialog(DigestTable table, DigestRounds rounds) : IDialog<ClockState>, IAction<AskDigestTime>
{
    public void Define(IDialogSteps<ClockState> steps) => steps.AskTime("time", ClockState.Step("planner.digest.ask"));

    public async Task<Reply> CompleteAsync(ITurn turn, ClockState state, CancellationToken cancellationToken)
    {
        var setting = new DigestSetting { IsOn = true, At = state.Time };
        await table.SaveAsync(turn.User.Id, setting, cancellationToken);
        await rounds.ScheduleForAsync(turn.User.TimeZone, setting, cancellationToken);
        return Reply.GoTo(new DigestPlace()).WithToast(turn.Text.Get("planner.digest.saved"));
    }

    public Task<Reply> ActAsync(ITurn turn, AskDigestTime press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<DigestTimeDialog, ClockState>(new()));
}

/// <summary>Begins to change the time of the viewer's digest.</summary>
[Callback("digesttime")]
internal readonly record struct AskDigestTime;
