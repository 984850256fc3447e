using DrAivBot.Company.Staff;
using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Reports;

namespace DrAivBot.Company.ChartFiles;

/// <summary>Makes the file outside of any transaction and sends it in the last: however often it starts, it arrives once.</summary>
internal sealed class ChartFileJob(IReports reports) : ILongJob<ChartFileOrder>
{
    public async Task<JobResult> RunAsync(JobRun run, ChartFileOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        if (payload.Kind == ChartFileKind.Picture && !reports.CanDraw)
        {
            return await transactions.FinishAsync<ChartFileDesk>((desk, token) => desk.RefuseAsync(payload, token), cancellationToken);
        }

        if (await transactions.RunAsync<ChartFileDesk, DatedChart?>((desk, token) => desk.ReadAsync(payload, token), cancellationToken) is not { } chart)
        {
            return JobResult.Done;
        }

        IReadOnlyList<Attachment> files = payload.Kind switch
        {
            ChartFileKind.Picture => await DrawAsync(chart, payload, transactions, cancellationToken),
            ChartFileKind.Template => [new() { Name = chart.Text.Get("company.import.file") + ".xlsx", Content = await reports.WriteAsync(PostSheet.Template(chart.Chart, chart.Text), cancellationToken) }],
            _ => [new() { Name = chart.FileName("xlsx"), Content = await reports.WriteAsync(ChartWorkbook.Of(chart), cancellationToken) }],
        };
        return await transactions.FinishAsync<ChartFileDesk>((desk, token) => desk.SendAsync(payload, chart, files, token), cancellationToken);
    }

    /// <summary>The whole board and the divisions to look at, and the whole board once more as a file, which Telegram does not shrink.</summary>
    private async Task<IReadOnlyList<Attachment>> DrawAsync(
        DatedChart chart, ChartFileOrder order, ITransactions transactions, CancellationToken cancellationToken)
    {
        var pictures = ChartPictures.Of(chart);
        var files = new List<Attachment>(pictures.Count + 1);
        for (var i = 0; i < pictures.Count; i++)
        {
            var png = await reports.DrawAsync(pictures[i], cancellationToken);
            files.Add(new() { Name = FormattableString.Invariant($"{i}.png"), Content = png, IsPhoto = true });
            await transactions.RunAsync<ChartFileDesk, bool>((desk, token) => desk.ReportAsync(order, i + 1, pictures.Count, token), cancellationToken);
        }

        return [.. files, new() { Name = chart.FileName("png"), Content = files[0].Content }];
    }
}
