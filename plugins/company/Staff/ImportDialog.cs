using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Staff;

/// <summary>Takes the file; what is in it is looked at by a job.</summary>
internal sealed class ImportDialog(IJobs jobs, ITaskProgress progress) : IDialog<ImportState>
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public void Define(IDialogSteps<ImportState> steps) => steps.AskFile("file", new()
    {
        QuestionKey = "company.import.question",
        LabelKey = "company.import.label",
        Extensions = [".xlsx"],
        MaxBytes = MaxBytes,
        Save = (state, file) => state.File = file,
        Current = state => state.File,
    });

    public async Task<Reply> CompleteAsync(ITurn turn, ImportState state, CancellationToken cancellationToken)
    {
        var waiting = new WaitingImport { Id = Guid.CreateVersion7(turn.StartedAt), File = state.File };
        turn.SetSlot(waiting);
        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("company.import.reading"), cancellationToken);
        await jobs.ScheduleAsync(PostImportOrder.For(turn, waiting, message, isConfirmed: false), new() { Progress = message }, cancellationToken);
        return Reply.GoTo(new ImportPlace()).WithToast(turn.Text.Get("company.import.taken"));
    }
}
