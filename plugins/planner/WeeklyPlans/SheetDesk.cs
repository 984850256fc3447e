using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What the making of a sheet needs of the database: reading it, and telling the asker.</summary>
internal sealed class SheetDesk(IWork work, IOrganisation organisation, PlanTable table, INotifications notifications, ITaskProgress progress)
{
    /// <summary>Null when the company is gone.</summary>
    public async Task<CompanySheet?> ReadAsync(SheetOrder order, CancellationToken cancellationToken)
    {
        if (await organisation.ReadChartAsync(order.Language, cancellationToken) is not { } chart)
        {
            return null;
        }

        await progress.ReportAsync(new(order.Progress), text => text.GetMarkup("planner.sheet.working", ("count", chart.Members.Count)), cancellationToken);
        var plans = await table.ListAsync(order.Week, cancellationToken);
        return CompanySheet.Of(chart, order.Week, work.GetText(order.Language), plans, await table.ListTasksOfWeekAsync(order.Week, cancellationToken));
    }

    public async Task<JobResult> SendAsync(SheetOrder order, CompanySheet sheet, IReadOnlyList<Attachment> files, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("planner.sheet.ready"), button: null, cancellationToken);
        var sum = SheetSum.Of(sheet.Lines);
        await notifications.NotifyAsync(
            Recipient.User(new(order.User)),
            new()
            {
                Body = text => SheetText.Sum(text, sheet.Week, sum),
                Files = files,
                // Somebody waits for it, whatever the hour.
                Urgency = Urgency.Urgent,
            },
            cancellationToken);
        return JobResult.Done;
    }

    public async Task<JobResult> RefuseAsync(SheetOrder order, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("planner.picture.no_font"), button: null, cancellationToken);
        return JobResult.Done;
    }
}
