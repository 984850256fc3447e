using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Reports;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>Makes the company's sheet outside of any transaction and sends it in the last: however often it starts, it arrives once.</summary>
internal sealed class SheetJob(IReports reports) : ILongJob<SheetOrder>
{
    public async Task<JobResult> RunAsync(JobRun run, SheetOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        if (payload.Kind == SheetKind.Picture && !reports.CanDraw)
        {
            return await transactions.FinishAsync<SheetDesk>((desk, token) => desk.RefuseAsync(payload, token), cancellationToken);
        }

        if (await transactions.RunAsync<SheetDesk, CompanySheet?>((desk, token) => desk.ReadAsync(payload, token), cancellationToken) is not { } sheet)
        {
            return JobResult.Done;
        }

        var name = FormattableString.Invariant($"{sheet.Text.Get("planner.sheet.file")} {sheet.Week:yyyy-MM-dd}");
        IReadOnlyList<Attachment> files = payload.Kind == SheetKind.Picture
            ? [new() { Name = name + ".png", Content = await reports.DrawAsync(SheetPicture.Of(sheet), cancellationToken), IsPhoto = true }]
            : [new() { Name = name + ".xlsx", Content = await reports.WriteAsync(SheetWorkbook.Of(sheet), cancellationToken) }];
        return await transactions.FinishAsync<SheetDesk>((desk, token) => desk.SendAsync(payload, sheet, files, token), cancellationToken);
    }
}
