using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Reports;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.PersonalData;

/// <summary>Has the data packed for whoever asks. A guest belongs to no company, in which a job could run, and has little: they get it at once.</summary>
internal sealed class OrderExportAction(IPersonalData data, IJobs jobs, ITaskProgress progress, IReports reports) : IAction<OrderExport>
{
    public async Task<Reply> ActAsync(ITurn turn, OrderExport press, CancellationToken cancellationToken)
    {
        var order = new ExportOrder { Whose = press.Whose, User = turn.User.Id.Value, Language = turn.User.Language, TimeZone = turn.User.TimeZone.Id };
        if (turn.Member is null)
        {
            return await PackAsync(turn, order, cancellationToken);
        }

        if (!Enum.IsDefined(press.Whose) || (press.Whose == DataOwner.Company && turn.Member.Role != CompanyRoles.Owner))
        {
            return Reply.NotFound;
        }

        var message = await progress.BeginAsync(turn.User.Id, text => text.GetMarkup("company.mydata.export.begin"), cancellationToken);
        var key = FormattableString.Invariant($"export/{press.Whose}/{turn.User.Id}");
        var isNew = await jobs.ScheduleAsync(order with { Progress = message.Value }, new() { Key = key, OnClash = JobClash.Keep, Progress = message }, cancellationToken);
        if (!isNew)
        {
            await progress.FinishAsync(message, text => text.GetMarkup("company.mydata.export.already"), button: null, cancellationToken);
        }

        return Reply.Stay.WithToast(turn.Text.Get("company.mydata.export.ordered"));
    }

    private async Task<Reply> PackAsync(ITurn turn, ExportOrder order, CancellationToken cancellationToken)
    {
        if (await data.ListAsync(order.Whose, turn.User.Id, order.Language, cancellationToken) is not { } parts)
        {
            return Reply.NotFound;
        }

        using var archive = new ExportArchive(turn.Text, reports);
        foreach (var part in parts)
        {
            if (await data.ReadAsync(part, order.Whose, turn.User.Id, cancellationToken) is { } json)
            {
                await archive.AddAsync(part, json, cancellationToken);
            }
        }

        var zip = await archive.EndAsync(cancellationToken);
        return Reply.Stay
            .WithToast(turn.Text.Get("company.mydata.export.here"))
            .WithFiles(new Attachment { Name = ExportDesk.NameOf(order, turn.Text, turn.StartedAt), Content = zip });
    }
}

/// <summary>Asks for the data as a file.</summary>
/// <param name="Whose">Whose data; an unknown value is not found.</param>
[Callback("export")]
internal readonly record struct OrderExport(DataOwner Whose);
