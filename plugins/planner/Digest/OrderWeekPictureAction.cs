using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Planner.Views;
using DrAivBot.Planner.WeeklyPlans;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Digest;

/// <summary>Has the viewer's week drawn; a second tap while it is being drawn only says so.</summary>
internal sealed class OrderWeekPictureAction(IJobs jobs, ITaskProgress progress) : IAction<OrderWeekPicture>
{
    public async Task<Reply> ActAsync(ITurn turn, OrderWeekPicture press, CancellationToken cancellationToken)
    {
        if (!PlanRhythm.IsWeek(press.Week) || ShownDays.Read(press.Week.DayNumber) is null)
        {
            return Reply.NotFound;
        }

        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("planner.picture.begin"), cancellationToken);
        var order = new WeekPictureOrder
        {
            Week = press.Week,
            User = turn.User.Id.Value,
            Name = turn.User.Name,
            Language = turn.User.Language,
            TimeZone = turn.User.TimeZone.Id,
            Progress = message.Value,
        };
        var key = FormattableString.Invariant($"{press.Week:O}/{turn.User.Id}");
        if (!await jobs.ScheduleAsync(order, new() { Key = key, OnClash = JobClash.Keep, Progress = message }, cancellationToken))
        {
            await progress.FinishAsync(message, text => text.GetMarkup("planner.sheet.already"), button: null, cancellationToken);
        }

        return Reply.Stay.WithToast(turn.Text.Get("planner.picture.ordered"));
    }
}
