using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Screens;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Company.Staff;

/// <summary>What importing needs of the database: the chart as it is, the asker's right, the posts, and telling the asker.</summary>
internal sealed class PostImportDesk(
    IWork work, IOrganisation organisation, IPostImport posts, ICompanySettings settings, INotifications notifications, ITaskProgress progress, IReports reports)
{
    public async Task<JobResult> FinishAsync(PostImportOrder order, IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken)
    {
        var actor = new UserId(order.User);
        var allowed = await posts.ListDepartmentsAsync(actor, cancellationToken);
        if (allowed.Count == 0 || await organisation.ReadChartAsync(order.Language, cancellationToken) is not { } chart)
        {
            return await RefuseAsync(order, "company.import.refused.right", cancellationToken);
        }

        var plan = PostSheet.Read(lines, chart, allowed, await posts.CountInvitationsLeftAsync(cancellationToken), work.GetText(order.Language));
        return order.IsConfirmed
            ? await AddAsync(order, actor, plan, cancellationToken)
            : await ShowAsync(order, plan, cancellationToken);
    }

    public Task<JobResult> RefuseAsync(PostImportOrder order, string key, CancellationToken cancellationToken) => SayAsync(
        order, text => text.GetMarkup(key, ("max", IPostImport.MaxPosts)), Button("company.import.again", new ImportPlace()), cancellationToken);

    private async Task<JobResult> AddAsync(PostImportOrder order, UserId actor, PostPlan plan, CancellationToken cancellationToken)
    {
        var outcome = plan.ToAdd.Count == 0
            ? new() { Result = PostImportResult.Added }
            : await posts.AddAsync(actor, [.. plan.ToAdd.Select(post => post.Post)], cancellationToken);
        if (outcome.Result != PostImportResult.Added)
        {
            var key = outcome.Result == PostImportResult.TooManyInvitations ? "company.import.refused.invitations" : "company.import.refused.right";
            return await RefuseAsync(order, key, cancellationToken);
        }

        if (outcome.Invitations.Count > 0)
        {
            await SendLinksAsync(order, actor, plan, outcome.Invitations, cancellationToken);
        }

        return await SayAsync(
            order,
            text => Markup.Lines(
                text.GetMarkup("company.import.done", ("count", plan.ToAdd.Count)),
                outcome.Invitations.Count == 0 ? Markup.Empty : text.GetMarkup("company.import.done.invited", ("count", outcome.Invitations.Count))),
            Button("company.menu.structure", new OrgChart.ChartPlace()),
            cancellationToken);
    }

    /// <summary>The guests who read it have no zone of their own: the table shows the company's time.</summary>
    private async Task SendLinksAsync(
        PostImportOrder order, UserId actor, PostPlan plan, IReadOnlyList<ImportedInvitation> invitations, CancellationToken cancellationToken)
    {
        var zone = (await settings.FindCalendarAsync(cancellationToken))?.Zone ?? TimeZoneInfo.Utc;
        var text = work.GetText(order.Language).WithTimeZone(zone);
        var table = await reports.WriteAsync(LinkSheet.Of(plan, invitations, text, work.StartedAt), cancellationToken);
        await notifications.NotifyAsync(
            Recipient.User(actor),
            new()
            {
                Body = words => words.GetMarkup("company.import.links.sent", ("count", InvitationLink.DefaultLife)),
                Files = [new() { Name = text.Get("company.import.links.sheet") + ".xlsx", Content = table }],
                // Somebody waits for it, whatever the hour.
                Urgency = Urgency.Urgent,
            },
            cancellationToken);
    }

    private Task<JobResult> ShowAsync(PostImportOrder order, PostPlan plan, CancellationToken cancellationToken) => SayAsync(
        order,
        plan.Describe,
        plan.ToAdd.Count == 0 ? Button("company.import.again", new ImportPlace()) : Button("company.import.go_on", new ImportReviewPlace(order.Id, plan.ToAdd.Count, plan.InvitedCount)),
        cancellationToken);

    private async Task<JobResult> SayAsync(PostImportOrder order, Func<IText, Markup> words, NotificationButton button, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), words, button, cancellationToken);
        return JobResult.Done;
    }

    private static NotificationButton Button(string key, object place) => new() { Label = text => text.Get(key), Place = place };
}
