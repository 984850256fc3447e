using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Planner.Time;

namespace DrAivBot.Planner.Ics;

/// <summary>
/// Downloads a calendar file, reads it, and says what taking it in would do, or does it a part at a time: events are known by
/// their names, so a part that was done is not done again.
/// </summary>
internal sealed class IcsJob(IIncomingFiles files) : ILongJob<IcsOrder>
{
    public const int MaxAttempts = 4;

    private const int Batch = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public async Task<JobResult> RunAsync(JobRun run, IcsOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var download = await files.DownloadAsync(payload.File, IcsReader.MaxBytes, cancellationToken);
        if (download.Kind == FileDownloadKind.Unavailable && run.Attempt < MaxAttempts)
        {
            return JobResult.RetryIn(Pause);
        }

        var reading = download.Kind switch
        {
            FileDownloadKind.Done => new IcsReader(WallTime.ZoneOf(payload.TimeZone)).Read(download.Content.Span),
            FileDownloadKind.TooLarge => new IcsReading { Outcome = IcsOutcome.TooLarge },
            _ => new IcsReading { Outcome = IcsOutcome.Gone },
        };
        if (reading.Outcome == IcsOutcome.Done && payload.IsConfirmed)
        {
            var total = new IcsPreview { Skipped = reading.Skipped, SkippedTitles = reading.SkippedTitles, LostRules = reading.Events.Count(read => read.LostRule) };
            foreach (var part in reading.Events.Chunk(Batch))
            {
                var done = await transactions.RunAsync<IcsAnswer, IcsPreview>((answer, token) => answer.ImportAsync(payload, part, token), cancellationToken);
                total = total with { New = total.New + done.New, Updated = total.Updated + done.Updated, Unchanged = total.Unchanged + done.Unchanged };
            }

            return await transactions.FinishAsync<IcsAnswer>((answer, token) => answer.FinishAsync(payload, total, token), cancellationToken);
        }

        return await transactions.FinishAsync<IcsAnswer>((answer, token) => answer.ShowAsync(payload, reading, token), cancellationToken);
    }
}
