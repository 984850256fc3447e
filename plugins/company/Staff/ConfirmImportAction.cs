using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Staff;

internal sealed class ConfirmImportAction(IJobs jobs, ITaskProgress progress) : IAction<ConfirmImport>
{
    public async Task<Reply> ActAsync(ITurn turn, ConfirmImport press, CancellationToken cancellationToken)
    {
        if (turn.GetSlot<WaitingImport>() is not { File: not null } waiting || waiting.Id != press.Id)
        {
            return Reply.GoTo(new ImportPlace()).WithToast(turn.Text.Get("company.import.outdated"));
        }

        turn.SetSlot<WaitingImport>(null);
        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("company.import.adding"), cancellationToken);
        await jobs.ScheduleAsync(PostImportOrder.For(turn, waiting, message, isConfirmed: true), new() { Progress = message }, cancellationToken);
        return Reply.GoTo(new ImportPlace()).WithToast(turn.Text.Get("company.import.started"));
    }
}

/// <summary>Adds what was shown.</summary>
/// <param name="Id">Which look at a file it follows.</param>
[Callback("import-yes")]
internal readonly record struct ConfirmImport(Guid Id);
