using DrAivBot.Company.OrgChart;
using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Company.ChartFiles;

/// <summary>What the making of a file needs of the database: the structure, and telling the asker.</summary>
internal sealed class ChartFileDesk(IWork work, IOrganisation organisation, INotifications notifications, ITaskProgress progress)
{
    /// <summary>Null when the company is gone.</summary>
    public async Task<DatedChart?> ReadAsync(ChartFileOrder order, CancellationToken cancellationToken)
    {
        if (await organisation.ReadChartAsync(order.Language, cancellationToken) is not { } chart)
        {
            return null;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(order.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        return new(chart, work.GetText(order.Language), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(work.StartedAt, zone).DateTime), zone);
    }

    public async Task<bool> ReportAsync(ChartFileOrder order, int done, int total, CancellationToken cancellationToken)
    {
        await progress.ReportAsync(new(order.Progress), text => text.GetMarkup("company.chartfile.drawing", ("done", done), ("total", total)), cancellationToken);
        return true;
    }

    public async Task<JobResult> SendAsync(ChartFileOrder order, DatedChart chart, IReadOnlyList<Attachment> files, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("company.chartfile.ready"), button: null, cancellationToken);
        await notifications.NotifyAsync(
            Recipient.User(new UserId(order.User)),
            new()
            {
                Body = text => Words(order.Kind, chart, text),
                Files = files,
                // Somebody waits for it, whatever the hour.
                Urgency = Urgency.Urgent,
            },
            cancellationToken);
        return JobResult.Done;
    }

    private static Markup Words(ChartFileKind kind, DatedChart chart, IText text) => kind == ChartFileKind.Template
        ? text.GetMarkup("company.import.template.sent")
        : Markup.Paragraphs(
            text.GetMarkup("company.chartfile.title", ("company", chart.Chart.CompanyName), ("day", text.FormatDay(chart.Day))),
            UnitText.Filled(text, chart.FilledCount, chart.PostCount),
            text.GetMarkup(kind == ChartFileKind.Picture ? "company.chartfile.sent.picture" : "company.chartfile.sent.workbook"));

    public async Task<JobResult> RefuseAsync(ChartFileOrder order, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("company.chartfile.no_font"), button: null, cancellationToken);
        return JobResult.Done;
    }
}
