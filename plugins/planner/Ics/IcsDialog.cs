using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Ics;

/// <summary>Asks for a calendar file; what is in it is looked at by a job.</summary>
internal sealed class IcsDialog(IJobs jobs, ITaskProgress progress) : IDialog<IcsState>, IAction<ImportPress>
{
    public void Define(IDialogSteps<IcsState> steps) => steps.AskFile("file", new()
    {
        QuestionKey = "planner.ics.question",
        LabelKey = "planner.ics.label",
        Extensions = [".ics"],
        MaxBytes = IcsReader.MaxBytes,
        Save = (state, file) => state.File = file,
        Current = state => state.File,
    });

    public Task<Reply> ActAsync(ITurn turn, ImportPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<IcsDialog, IcsState>(new()));

    public async Task<Reply> CompleteAsync(ITurn turn, IcsState state, CancellationToken cancellationToken)
    {
        var waiting = new IcsState { Id = Guid.CreateVersion7(turn.StartedAt), File = state.File };
        turn.SetSlot(waiting);
        await IcsOrder.ScheduleAsync(turn, waiting, isConfirmed: false, jobs, progress, cancellationToken);
        return Reply.GoTo(new IcsPlace()).WithToast(turn.Text.Get("planner.ics.taken"));
    }
}

/// <summary>The file that was sent.</summary>
internal sealed record IcsState
{
    public Guid Id { get; set; }

    public IncomingFile? File { get; set; }
}

/// <summary>Begins to take in a file.</summary>
[Callback("icsin")]
internal readonly record struct ImportPress;
