using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Reports;

namespace DrAivBot.Company.Staff;

/// <summary>
/// Downloads the file, reads it, and says what it would add or adds it, in the transaction the job ends with: however often
/// it starts, posts are added once.
/// </summary>
internal sealed class PostImportJob(IIncomingFiles files, IReports reports) : ILongJob<PostImportOrder>
{
    public const int MaxAttempts = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public async Task<JobResult> RunAsync(JobRun run, PostImportOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var download = await files.DownloadAsync(payload.File!, ImportDialog.MaxBytes, cancellationToken);
        if (download.Kind == FileDownloadKind.Unavailable && run.Attempt < MaxAttempts)
        {
            return JobResult.RetryIn(Pause);
        }

        if (download.Kind != FileDownloadKind.Done)
        {
            return await RefuseAsync(payload, transactions, download.Kind == FileDownloadKind.TooLarge ? "company.import.refused.large" : "company.import.refused.download", cancellationToken);
        }

        var reading = await reports.ReadAsync(download.Content, new() { MaxRows = IPostImport.MaxPosts + 1, MaxCellLength = 500 }, cancellationToken);
        return reading.Kind == SheetReadingKind.Done
            ? await transactions.FinishAsync<PostImportDesk>((desk, token) => desk.FinishAsync(payload, reading.Lines, token), cancellationToken)
            : await RefuseAsync(payload, transactions, WordsFor(reading.Kind), cancellationToken);
    }

    private static string WordsFor(SheetReadingKind kind) => kind switch
    {
        SheetReadingKind.TooManyRows => "company.import.refused.rows",
        SheetReadingKind.TooManyColumns => "company.import.refused.columns",
        SheetReadingKind.TooLarge => "company.import.refused.large",
        _ => "company.import.refused.broken",
    };

    private static Task<JobResult> RefuseAsync(PostImportOrder order, ITransactions transactions, string key, CancellationToken cancellationToken) =>
        transactions.FinishAsync<PostImportDesk>((desk, token) => desk.RefuseAsync(order, key, token), cancellationToken);
}
