using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Company.PersonalData;

/// <summary>What taking out needs of the database: the parts, and telling the asker.</summary>
internal sealed class ExportDesk(IWork work, IPersonalData data, INotifications notifications, ITaskProgress progress)
{
    public Task<IReadOnlyList<DataPart>?> ListAsync(ExportOrder order, CancellationToken cancellationToken) =>
        data.ListAsync(order.Whose, new(order.User), order.Language, cancellationToken);

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(ExportOrder order, DataPart part, int done, int total, CancellationToken cancellationToken)
    {
        await progress.ReportAsync(new(order.Progress), text => text.GetMarkup("company.mydata.export.going", ("done", done), ("total", total)), cancellationToken);
        return await data.ReadAsync(part, order.Whose, new(order.User), cancellationToken);
    }

    public Task<IText> FindTextAsync(ExportOrder order) => Task.FromResult(work.GetText(order.Language));

    public async Task<JobResult> SendAsync(ExportOrder order, ReadOnlyMemory<byte> zip, CancellationToken cancellationToken)
    {
        if (zip.Length > Attachment.MaxBytes)
        {
            await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("company.mydata.export.large"), button: null, cancellationToken);
            return JobResult.Done;
        }

        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("company.mydata.export.done"), button: null, cancellationToken);
        await notifications.NotifyAsync(
            Recipient.User(new UserId(order.User)),
            new()
            {
                Body = text => text.GetMarkup(order.Whose == DataOwner.Company ? "company.mydata.export.sent.company" : "company.mydata.export.sent.person"),
                Files = [new() { Name = NameOf(order, work.GetText(order.Language), work.StartedAt), Content = zip }],
                // Somebody waits for it, whatever the hour.
                Urgency = Urgency.Urgent,
            },
            cancellationToken);
        return JobResult.Done;
    }

    public async Task<JobResult> RefuseAsync(ExportOrder order, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), text => text.GetMarkup("company.mydata.export.refused"), button: null, cancellationToken);
        return JobResult.Done;
    }

    /// <summary>Without a name in it: the file's name outlives the file.</summary>
    public static string NameOf(ExportOrder order, IText text, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(order.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var day = TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd", text.Culture);
        return text.Get(order.Whose == DataOwner.Company ? "company.mydata.file.company" : "company.mydata.file.person", ("day", day)) + ".zip";
    }
}
