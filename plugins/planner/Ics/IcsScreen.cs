using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Planner.Views;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Ics;

/// <summary>Calendar files: out and in.</summary>
internal sealed class IcsScreen(IcsDesk desk, Viewers viewers, Calendar calendar) : IScreen<IcsPlace>, IAction<ExportPress>, IAction<ExportEventPress>
{
    private const int DaysBack = 31;
    private const int DaysAhead = 400;
    private const string FileName = "calendar.ics";

    public Task<Reply> ShowAsync(ITurn turn, IcsPlace place, CancellationToken cancellationToken) => Task.FromResult(Reply.Show(
        new Screen { Body = turn.Text.GetMarkup("planner.ics") }
            .WithRow(Button.To(turn.Text.Get("planner.ics.export"), new ExportPress()))
            .WithRow(Button.To(turn.Text.Get("planner.ics.import"), new ImportPress()))));

    public async Task<Reply> ActAsync(ITurn turn, ExportPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var today = viewer.DayOf(turn.StartedAt);
        var (from, until) = WallTime.OfDays(today.AddDays(-DaysBack), today.AddDays(DaysAhead), viewer.Zone);
        return await desk.ExportAsync(viewer, from, until, cancellationToken) is { } content
            ? Reply.Stay.WithFiles(new Attachment { Name = FileName, Content = content }).WithToast(turn.Text.Get("planner.ics.sent"))
            : Reply.Stay.WithToast(turn.Text.Get("planner.ics.nothing"));
    }

    public async Task<Reply> ActAsync(ITurn turn, ExportEventPress press, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        return await calendar.FindAsync(viewer, EventPlace.KeyOf(press.Event, press.Start), cancellationToken) is { Source: { } source }
            ? Reply.Stay.WithFiles(new Attachment { Name = FileName, Content = await desk.ExportAsync(source, cancellationToken) }).WithToast(turn.Text.Get("planner.ics.sent"))
            : Reply.NotFound;
    }
}

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

/// <summary>The file that was sent.</summary>
internal sealed record IcsState
{
    public Guid Id { get; set; }

    public IncomingFile? File { get; set; }
}

/// <summary>Calendar files.</summary>
[Callback("ics")]
internal readonly record struct IcsPlace;

/// <summary>The last question before events are taken in.</summary>
/// <param name="Id">Which look at a file it follows.</param>
[Callback("icsreview")]
internal readonly record struct IcsReviewPlace(Guid Id);

/// <summary>Takes out the viewer's calendar.</summary>
[Callback("icsout")]
internal readonly record struct ExportPress;

/// <summary>Takes out one event.</summary>
[Callback("icsevent")]
internal readonly record struct ExportEventPress(Guid Event, long Start);

/// <summary>Begins to take in a file.</summary>
[Callback("icsin")]
internal readonly record struct ImportPress;

/// <summary>Takes it in.</summary>
[Callback("icsyes")]
internal readonly record struct ConfirmImportPress(Guid Id);
