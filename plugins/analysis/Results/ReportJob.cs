using DrAivBot.Jobs;
using DrAivBot.Reports;

namespace DrAivBot.Analysis.Results;

/// <summary>Makes the report outside of any transaction and sends it in the last: however often it starts, it arrives once.</summary>
internal sealed class ReportJob(IReports reports) : ILongJob<ReportOrder>
{
    public async Task<JobResult> RunAsync(JobRun run, ReportOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        if (await transactions.RunAsync<ReportDesk, ReportContent?>((desk, token) => desk.ReadAsync(payload, token), cancellationToken) is not { } content)
        {
            return await transactions.FinishAsync<ReportDesk>((desk, token) => desk.GiveUpAsync(payload, token), cancellationToken);
        }

        var files = await transactions.RunAsync<ReportDesk, ReportFiles?>((desk, token) => desk.FindKeptAsync(payload, token), cancellationToken)
            ?? await MakeAsync(payload, content, transactions, cancellationToken);
        return await transactions.FinishAsync<ReportDesk>((desk, token) => desk.SendAsync(payload, content, files, token), cancellationToken);
    }

    private async Task<ReportFiles> MakeAsync(ReportOrder order, ReportContent content, ITransactions transactions, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? matrix = null, bars = null;
        if (reports.CanDraw)
        {
            await transactions.RunAsync<ReportDesk, bool>((desk, token) => desk.ReportAsync(order, "analysis.report.drawing", token), cancellationToken);
            matrix = await reports.DrawAsync(MatrixPicture.Of(content), cancellationToken);
            bars = await reports.DrawAsync(BarsPicture.Of(content), cancellationToken);
        }

        await transactions.RunAsync<ReportDesk, bool>((desk, token) => desk.ReportAsync(order, "analysis.report.writing", token), cancellationToken);
        return new()
        {
            Matrix = matrix,
            Bars = bars,
            Workbook = await reports.WriteAsync(new ReportWorkbook(content, bars, matrix).Write(), cancellationToken),
        };
    }
}
