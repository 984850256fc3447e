using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Has the company's sheet made; a second tap while it is being made only says so.</summary>
internal sealed class OrderSheetAction(IJobs jobs, ITaskProgress progress, PlanTimesTable times) : IAction<OrderSheet>
{
    public async Task<Reply> ActAsync(ITurn turn, OrderSheet press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Kind) || await times.FindRhythmAsync(cancellationToken) is not { } rhythm || rhythm.Choose(press.Week, turn.StartedAt) is null)
        {
            return Reply.NotFound;
        }

        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("planner.sheet.begin"), cancellationToken);
        var order = new SheetOrder { Kind = press.Kind, Week = press.Week, User = turn.User.Id.Value, Language = turn.User.Language, Progress = message.Value };
        var key = FormattableString.Invariant($"{press.Kind}/{press.Week:O}/{turn.User.Id}");
        if (!await jobs.ScheduleAsync(order, new() { Key = key, OnClash = JobClash.Keep, Progress = message }, cancellationToken))
        {
            await progress.FinishAsync(message, text => text.GetMarkup("planner.sheet.already"), button: null, cancellationToken);
        }

        return Reply.Stay.WithToast(turn.Text.Get("planner.sheet.ordered"));
    }
}
