using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Ics;

/// <summary>What the job on a calendar file does in its transactions, and says at the end.</summary>
internal sealed class IcsAnswer(IcsDesk desk, Viewers viewers, ITaskProgress progress)
{
    public async Task<IcsPreview> ImportAsync(IcsOrder order, IReadOnlyList<IcsEvent> part, CancellationToken cancellationToken) =>
        await desk.ImportAsync(await ViewerAsync(order, cancellationToken), part, cancellationToken);

    public async Task<JobResult> FinishAsync(IcsOrder order, IcsPreview done, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(
            new(order.Progress), text => Markup.Paragraphs(text.GetMarkup("planner.ics.done"), Counts(text, done)), button: null, cancellationToken);
        return JobResult.Done;
    }

    public async Task<JobResult> ShowAsync(IcsOrder order, IcsReading reading, CancellationToken cancellationToken)
    {
        if (reading.Outcome != IcsOutcome.Done)
        {
            await progress.FinishAsync(new(order.Progress), text => text.GetMarkup(WordsFor(reading.Outcome)), button: null, cancellationToken);
            return JobResult.Done;
        }

        var preview = await desk.PreviewAsync(await ViewerAsync(order, cancellationToken), reading, cancellationToken);
        var button = preview.New + preview.Updated == 0
            ? null
            : new NotificationButton { Label = text => text.Get("planner.ics.go"), Place = new IcsReviewPlace(order.Id) };
        await progress.FinishAsync(
            new(order.Progress),
            text => Markup.Paragraphs(text.GetMarkup(button is null ? "planner.ics.no_changes" : "planner.ics.preview"), Counts(text, preview)),
            button, cancellationToken);
        return JobResult.Done;
    }

    private Task<Viewer> ViewerAsync(IcsOrder order, CancellationToken cancellationToken) =>
        viewers.OfAsync(new(order.User), WallTime.ZoneOf(order.TimeZone), cancellationToken);

    private static Markup Counts(IText text, IcsPreview preview) => Markup.Lines(
        text.GetMarkup("planner.ics.counts", ("new", preview.New), ("updated", preview.Updated), ("unchanged", preview.Unchanged), ("skipped", preview.Skipped)),
        preview.SkippedTitles.Count == 0 ? Markup.Empty : text.GetMarkup("planner.ics.unreadable", ("names", string.Join(text.Get("planner.ics.unreadable.and"), preview.SkippedTitles))),
        preview.LostRules == 0 ? Markup.Empty : text.GetMarkup("planner.ics.lost", ("count", preview.LostRules)));

    private static string WordsFor(IcsOutcome outcome) => outcome switch
    {
        IcsOutcome.TooLarge => "planner.ics.refused.large",
        IcsOutcome.TooMany => "planner.ics.refused.many",
        IcsOutcome.Gone => "planner.ics.refused.gone",
        _ => "planner.ics.refused.broken",
    };
}
