using System.Text.Json.Serialization;
using DrAivBot.Delivery;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.TestPlugins.Notices;

/// <summary>Sends whatever delivery can: a test says what in the payload of its link, <c>act_…</c>.</summary>
public sealed class NoticesModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "notices", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddTexts().AddJson(NoticesJson.Default).AddSessionSlot<Sent>("sent");
        module.AddJob<VainJob, VainWork>("vain", new() { MaxAttempts = 1 });
        module.Routes.Screen<Act, ActScreen>();
        module.Routes.Screen<Page, PageScreen>();
        module.Routes.DeepLink("act_", payload => new Act(payload));
    }
}

public sealed class Sent
{
    public Guid Notification { get; set; }

    public Guid Progress { get; set; }
}

public sealed record VainWork;

public sealed class VainJob : IJob<VainWork>
{
    public Task<JobResult> RunAsync(JobRun run, VainWork payload, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This job fails whenever it runs.");
}

[JsonSerializable(typeof(Sent))]
[JsonSerializable(typeof(VainWork))]
public sealed partial class NoticesJson : JsonSerializerContext;

[Callback("act")]
public readonly record struct Act(string What);

[Callback("page")]
public readonly record struct Page(string Name);

public sealed class PageScreen : IScreen<Page>
{
    public Task<Reply> ShowAsync(ITurn turn, Page place, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(new() { Body = turn.Text.GetMarkup("notices.page", ("name", place.Name)) }));
}

public sealed class ActScreen(INotifications notifications, ITaskProgress progress, IJobs jobs) : IScreen<Act>
{
    public async Task<Reply> ShowAsync(ITurn turn, Act place, CancellationToken cancellationToken)
    {
        var parts = place.What.Split('_');
        var me = turn.User.Id;
        switch (parts[0])
        {
            case "tell":
                return await TellAsync(turn, Recipient.User(me), parts[1], cancellationToken);
            case "company":
                return await TellAsync(turn, Recipient.Company, parts[1], cancellationToken);
            case "bulk":
                return await TellAsync(turn, Recipient.Company, parts[1], cancellationToken, bulk: true);
            case "roles":
                return await TellAsync(turn, Recipient.Roles(CompanyRoles.Owner), parts[1], cancellationToken);
            case "position":
                return await TellAsync(turn, Recipient.Position(new(Guid.Parse(parts[1]))), parts[2], cancellationToken);
            case "department":
                return await TellAsync(turn, Recipient.Department(Number(parts[1])), parts[2], cancellationToken);
            case "division":
                return await TellAsync(turn, Recipient.Division(Number(parts[1])), parts[2], cancellationToken);
            case "role":
                return await TellAsync(turn, Recipient.Roles((CompanyRoles)Number(parts[1])), parts[2], cancellationToken);
            case "many":
                for (var i = 0; i < Number(parts[1]); i++)
                {
                    await TellAsync(turn, Recipient.User(me), $"n{i}", cancellationToken);
                }

                return Done(turn);
            case "once":
                await notifications.NotifyAsync(Recipient.User(me), Message(parts[1]) with { DedupKey = "once" }, cancellationToken);
                return Done(turn);
            case "urgent":
                await notifications.NotifyAsync(Recipient.User(me), Message(parts[1]) with { Urgency = Urgency.Urgent }, cancellationToken);
                return Done(turn);
            case "long":
                await notifications.NotifyAsync(Recipient.User(me), new() { Body = _ => Markup.Bold(Markup.Plain(string.Join(' ', Enumerable.Repeat("word", 2000)))), Urgency = Urgency.Urgent }, cancellationToken);
                return Done(turn);
            case "file":
                await notifications.NotifyAsync(Recipient.Company, Message("file") with { Urgency = Urgency.Urgent, Files = [Text("a.txt")] }, cancellationToken);
                return Done(turn);
            case "album":
                return Done(turn).WithFiles(Text("a.txt"), Text("b.txt"), Picture("c.png"));
            case "throw":
                await notifications.NotifyAsync(Recipient.User(me), Message("lost"), cancellationToken);
                throw new InvalidOperationException("after the notification");
            case "begin":
                turn.SetSlot(new Sent { Progress = (await progress.BeginAsync(me, text => text.GetMarkup("notices.busy", ("percent", 0)), cancellationToken)).Value });
                return Done(turn);
            case "vain":
                await jobs.ScheduleAsync(new VainWork(), new() { Progress = new(turn.GetSlot<Sent>().Progress) }, cancellationToken);
                return Done(turn);
            case "report":
                await progress.ReportAsync(new(turn.GetSlot<Sent>().Progress), text => text.GetMarkup("notices.busy", ("percent", parts[1])), cancellationToken);
                return Done(turn);
            case "end":
                await progress.FinishAsync(new(turn.GetSlot<Sent>().Progress), text => text.GetMarkup("notices.done"), Message("end").Button, cancellationToken);
                return Done(turn);
            default:
                var receipts = await notifications.ListReceiptsAsync(new(turn.GetSlot<Sent>().Notification), cancellationToken);
                return Reply.Show(new() { Body = turn.Text.GetMarkup("notices.receipts", ("list", string.Join(',', receipts.Select(receipt => receipt.State)))) });
        }
    }

    private async Task<Reply> TellAsync(ITurn turn, Recipient to, string name, CancellationToken cancellationToken, bool bulk = false)
    {
        var id = await notifications.NotifyAsync(to, Message(name) with { IsBulk = bulk }, cancellationToken);
        turn.SetSlot(new Sent { Notification = id.Value });
        return Done(turn);
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static Notification Message(string name) => new()
    {
        Body = text => text.GetMarkup("notices.body", ("name", name)),
        Button = new() { Label = text => text.Get("notices.open"), Place = new Page(name) },
    };

    private static Attachment Text(string name) => new() { Name = name, Content = System.Text.Encoding.UTF8.GetBytes("content of " + name) };

    private static Attachment Picture(string name) => new()
    {
        Name = name,
        IsPhoto = true,
        Content = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };

    private static Reply Done(ITurn turn) => Reply.Show(new() { Body = turn.Text.GetMarkup("notices.hello") });
}
