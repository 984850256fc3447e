using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Ics;

/// <summary>The last question before events are taken in.</summary>
internal sealed class IcsReviewScreen(IJobs jobs, ITaskProgress progress) : IScreen<IcsReviewPlace>, IAction<ConfirmImportPress>
{
    public Task<Reply> ShowAsync(ITurn turn, IcsReviewPlace place, CancellationToken cancellationToken) => Task.FromResult(
        turn.GetSlot<IcsState>() is { File: { } file } waiting && waiting.Id == place.Id
            ? Reply.Show(new Screen { Body = turn.Text.GetMarkup("planner.ics.confirm", ("name", file.Name)) }
                .WithRow(Button.To(turn.Text.Get("planner.ics.yes"), new ConfirmImportPress(place.Id))))
            : Reply.GoTo(new IcsPlace()).WithToast(turn.Text.Get("planner.ics.outdated")));

    public async Task<Reply> ActAsync(ITurn turn, ConfirmImportPress press, CancellationToken cancellationToken)
    {
        if (turn.GetSlot<IcsState>() is not { File: not null } waiting || waiting.Id != press.Id)
        {
            return Reply.GoTo(new IcsPlace()).WithToast(turn.Text.Get("planner.ics.outdated"));
        }

        turn.SetSlot<IcsState>(null);
        await IcsOrder.ScheduleAsync(turn, waiting, isConfirmed: true, jobs, progress, cancellationToken);
        return Reply.GoTo(new IcsPlace()).WithToast(turn.Text.Get("planner.ics.taken"));
    }
}

/// <summary>The last question before events are taken in.</summary>
/// <param name="Id">Which look at a file it follows.</param>
[Callback("icsreview")]
internal readonly record struct IcsReviewPlace(Guid Id);

/// <summary>Takes it in.</summary>
[Callback("icsyes")]
internal readonly record struct ConfirmImportPress(Guid Id);
