using DrAivBot.Jobs;
using DrAivBot.Reports;

namespace DrAivBot.Planner.Digest;

/// <summary>Draws a week outside of any transaction and sends it in the last.</summary>
internal sealed class WeekPictureJob(IReports reports) : ILongJob<WeekPictureOrder>
{
    public async Task<JobResult> RunAsync(JobRun run, WeekPictureOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var picture = reports.CanDraw
            ? await transactions.RunAsync<WeekPictureDesk, WeekPicture?>((desk, token) => desk.ReadAsync(payload, token), cancellationToken)
            : null;
        ReadOnlyMemory<byte>? png = picture is null ? null : await reports.DrawAsync(picture, cancellationToken);
        return await transactions.FinishAsync<WeekPictureDesk>((desk, token) => desk.SendAsync(payload, png, token), cancellationToken);
    }
}
