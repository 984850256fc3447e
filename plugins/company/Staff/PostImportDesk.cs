using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Reports;
using DrAivBot.Screens;
using DrAivBot.Texts;
using DrAivBot.Work;

namespace DrAivBot.Company.Staff;

/// <summary>What importing needs of the database: the chart as it is, the asker's right, the posts, and telling the asker.</summary>
internal sealed class PostImportDesk(IWork work, IOrganisation organisation, IPostImport posts, ITaskProgress progress)
{
    public async Task<JobResult> FinishAsync(PostImportOrder order, IReadOnlyList<SheetLine> lines, CancellationToken cancellationToken)
    {
        var actor = new UserId(order.User);
        var allowed = await posts.ListDepartmentsAsync(actor, cancellationToken);
        if (allowed.Count == 0 || await organisation.ReadChartAsync(order.Language, cancellationToken) is not { } chart)
        {
            return await RefuseAsync(order, "company.import.refused.right", cancellationToken);
        }

        var plan = PostSheet.Read(lines, chart, allowed, work.GetText(order.Language));
        return order.IsConfirmed
            ? await AddAsync(order, actor, plan, cancellationToken)
            : await ShowAsync(order, plan, cancellationToken);
    }

    public Task<JobResult> RefuseAsync(PostImportOrder order, string key, CancellationToken cancellationToken) => SayAsync(
        order, text => text.GetMarkup(key, ("max", IPostImport.MaxPosts)), Button("company.import.again", new ImportPlace()), cancellationToken);

    private async Task<JobResult> AddAsync(PostImportOrder order, UserId actor, PostPlan plan, CancellationToken cancellationToken)
    {
        if (plan.ToAdd.Count > 0 && !await posts.AddAsync(actor, plan.ToAdd, cancellationToken))
        {
            return await RefuseAsync(order, "company.import.refused.right", cancellationToken);
        }

        return await SayAsync(order, text => text.GetMarkup("company.import.done", ("count", plan.ToAdd.Count)), Button("company.menu.structure", new OrgChart.ChartPlace()), cancellationToken);
    }

    private Task<JobResult> ShowAsync(PostImportOrder order, PostPlan plan, CancellationToken cancellationToken) => SayAsync(
        order,
        plan.Describe,
        plan.ToAdd.Count == 0 ? Button("company.import.again", new ImportPlace()) : Button("company.import.go_on", new ImportReviewPlace(order.Id, plan.ToAdd.Count)),
        cancellationToken);

    private async Task<JobResult> SayAsync(PostImportOrder order, Func<IText, Markup> words, NotificationButton button, CancellationToken cancellationToken)
    {
        await progress.FinishAsync(new(order.Progress), words, button, cancellationToken);
        return JobResult.Done;
    }

    private static NotificationButton Button(string key, object place) => new() { Label = text => text.Get(key), Place = place };
}
