using DrAivBot.Jobs;
using DrAivBot.Privacy;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Company.PersonalData;

/// <summary>Reads part after part, packs them outside of any transaction and sends them in the last: however often it starts, they arrive once.</summary>
internal sealed class ExportJob(IReports reports) : ILongJob<ExportOrder>
{
    public async Task<JobResult> RunAsync(JobRun run, ExportOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        var parts = await transactions.RunAsync<ExportDesk, IReadOnlyList<DataPart>?>((desk, token) => desk.ListAsync(payload, token), cancellationToken);
        if (parts is null)
        {
            return await transactions.FinishAsync<ExportDesk>((desk, token) => desk.RefuseAsync(payload, token), cancellationToken);
        }

        var text = await transactions.RunAsync<ExportDesk, IText>((desk, _) => desk.FindTextAsync(payload), cancellationToken);
        using var archive = new ExportArchive(text, reports);
        for (var i = 0; i < parts.Count; i++)
        {
            var done = i;
            var json = await transactions.RunAsync<ExportDesk, ReadOnlyMemory<byte>?>(
                (desk, token) => desk.ReadAsync(payload, parts[done], done, parts.Count, token), cancellationToken);
            if (json is { } rows)
            {
                await archive.AddAsync(parts[i], rows, cancellationToken);
            }
        }

        var zip = await archive.EndAsync(cancellationToken);
        return await transactions.FinishAsync<ExportDesk>((desk, token) => desk.SendAsync(payload, zip, token), cancellationToken);
    }
}
