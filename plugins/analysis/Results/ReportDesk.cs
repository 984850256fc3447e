using DrAivBot.Delivery;
using DrAivBot.Files;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Results;

/// <summary>What the making of a report needs of the database: reading, keeping, and telling the asker.</summary>
internal sealed class ReportDesk(IWork work, ResultReader results, ReportTable reports, IOrganisation organisation, IKeptFiles files, INotifications notifications, ITaskProgress progress)
{
    private const string WorkbookFile = "report.xlsx";
    private const string MatrixFile = "matrix.png";
    private const string BarsFile = "bars.png";

    /// <summary>From the order to the last word: drawing and sending take the rest of the five minutes.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(4);

    /// <summary>Null when company or assessment are gone.</summary>
    public async Task<ReportDraft?> ReadAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(order.Assessment, cancellationToken) is not { } result
            || await organisation.ReadChartAsync(order.Language, cancellationToken) is not { } chart)
        {
            return null;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(order.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var text = work.GetText(order.Language).WithTimeZone(zone);
        var statistics = chart.Departments.ToDictionary(department => department.Number, department => department.Statistic.Name);
        var kept = await reports.FindAsync(order.Assessment, order.Language, cancellationToken);
        var content = new ReportContent
        {
            Result = result,
            Texts = kept ?? new TemplateReport(text, result, statistics).Write(),
            Text = text,
            Company = chart.CompanyName,
            Departments = chart.Departments.ToDictionary(department => department.Number, department => department.Name),
            Divisions = chart.Divisions.ToDictionary(division => division.Number, division => division.Name),
        };
        return new(content, kept is not null, order.OrderedAt + MostTime - work.StartedAt);
    }

    /// <summary>Kept before the files are made: a second start asks nobody again.</summary>
    public async Task<bool> KeepTextsAsync(ReportOrder order, ReportTexts texts, CancellationToken cancellationToken)
    {
        await reports.KeepAsync(order.Assessment, order.Language, texts, cancellationToken);
        return true;
    }

    /// <summary>What was made before; null when there is none on this machine, or it is not whole.</summary>
    public async Task<ReportFiles?> FindKeptAsync(ReportOrder order, ReportSource source, CancellationToken cancellationToken)
    {
        if (await ReadKeptAsync(order, source, WorkbookFile, cancellationToken) is not { } workbook
            || await ReadKeptAsync(order, source, MatrixFile, cancellationToken) is not { } matrix)
        {
            return null;
        }

        return new() { Workbook = workbook, Matrix = matrix, Bars = await ReadKeptAsync(order, source, BarsFile, cancellationToken) };
    }

    public async Task<bool> ReportAsync(ReportOrder order, string key, CancellationToken cancellationToken)
    {
        await progress.ReportAsync(new(order.Progress), text => text.GetMarkup(key), cancellationToken);
        return true;
    }

    public async Task<JobResult> SendAsync(ReportOrder order, ReportContent content, ReportFiles made, CancellationToken cancellationToken)
    {
        await KeepAsync(order, content, made, cancellationToken);
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("analysis.report.ready"), button: null, cancellationToken);
        await notifications.NotifyAsync(
            Recipient.User(new(order.User)),
            new()
            {
                Body = text => ReportText.Message(text, content, hasPictures: made.Matrix is not null),
                Files = [.. Attach(content, made)],
                Button = new() { Label = text => text.Get("analysis.report.open"), Place = new ResultsPlace(order.Assessment) },
                // Somebody waits for it, whatever the hour.
                Urgency = Urgency.Urgent,
            },
            cancellationToken);
        return JobResult.Done;
    }

    public async Task<JobResult> GiveUpAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("analysis.report.gone"), button: null, cancellationToken);
        return JobResult.Done;
    }

    private static IEnumerable<Attachment> Attach(ReportContent content, ReportFiles made)
    {
        var name = FormattableString.Invariant($"{content.Text.Get("analysis.report.file")} {content.Day:yyyy-MM-dd}");
        if (made.Matrix is { } matrix)
        {
            yield return new() { Name = name + " 21x7.png", Content = matrix, IsPhoto = true };
        }

        if (made.Bars is { } bars)
        {
            yield return new() { Name = name + " 7.png", Content = bars, IsPhoto = true };
        }

        yield return new() { Name = name + ".xlsx", Content = made.Workbook };
    }

    private async Task KeepAsync(ReportOrder order, ReportContent content, ReportFiles made, CancellationToken cancellationToken)
    {
        await reports.KeepAsync(order.Assessment, order.Language, content.Texts, cancellationToken);
        await files.KeepAsync(KeptFolder.Responses, $"{order.Assessment:N}.json", KeptResponses.Write(content.Result), cancellationToken);
        await files.KeepAsync(KeptFolder.Reports, ReportFiles.NameOf(order, content.Texts.Source, WorkbookFile), made.Workbook, cancellationToken);
        if (made.Matrix is { } matrix)
        {
            await files.KeepAsync(KeptFolder.Reports, ReportFiles.NameOf(order, content.Texts.Source, MatrixFile), matrix, cancellationToken);
        }

        if (made.Bars is { } bars)
        {
            await files.KeepAsync(KeptFolder.Reports, ReportFiles.NameOf(order, content.Texts.Source, BarsFile), bars, cancellationToken);
        }
    }

    private Task<ReadOnlyMemory<byte>?> ReadKeptAsync(ReportOrder order, ReportSource source, string what, CancellationToken cancellationToken) =>
        files.ReadAsync(KeptFolder.Reports, ReportFiles.NameOf(order, source, what), cancellationToken);
}
