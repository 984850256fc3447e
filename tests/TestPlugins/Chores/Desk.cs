using System.Globalization;
using DrAivBot.Assistant;
using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Work;

namespace DrAivBot.TestPlugins.Chores;

/// <summary>Does in a test's transaction what the words say.</summary>
public sealed class Desk(IJobs jobs, IEvents events, Entries entries, IAssistantTerms terms, IWork work)
{
    public async Task<string> DoAsync(string[] words, CancellationToken cancellationToken) => words switch
    {
        ["write", var text, .. var rest] => Said(await jobs.ScheduleAsync(new Chore { Text = text, Then = Then(rest) ?? "done" }, Time(rest), cancellationToken)),
        ["long", var text, .. var rest] => Said(await jobs.ScheduleAsync(new LongChore { Text = text, Then = Then(rest) ?? "finish" }, Time(rest), cancellationToken)),
        ["all", var text, .. var rest] => Said(await jobs.ScheduleAsync(new ChoreOfAll { Text = text }, Time(rest), cancellationToken)),
        ["recur", var key, var cron, var text] => (await jobs.RecurAsync(new Chore { Text = text }, key, cron, cancellationToken)).ToString("O", CultureInfo.InvariantCulture),
        ["cancel", var key] => Said(await jobs.CancelAsync<Chore>(key, cancellationToken)),
        ["cancel-long", var key] => Said(await jobs.CancelAsync<LongChore>(key, cancellationToken)),
        ["unknown"] => Said(await jobs.ScheduleAsync("no payload", new(), cancellationToken)),
        ["publish", var text, .. var rest] => await SayAsync(events.PublishAsync(new Happened { Text = text }, rest.FirstOrDefault(), cancellationToken)),
        ["publish2", var text] => await SayAsync(events.PublishAsync(new HappenedAgain { Text = text }, null, cancellationToken)),
        ["handled"] => Said(await events.IsHandledAsync<Happened>(cancellationToken)),
        ["handled2"] => Said(await events.IsHandledAsync<HappenedAgain>(cancellationToken)),
        ["entry", var text] => await SayAsync(entries.AddAsync(text, null, cancellationToken)),
        ["ask", var charge, var text, .. var rest] => Said(await jobs.ScheduleAsync(
            new AskChore { Charge = charge, Text = text, Breaks = rest.Contains("breaks"), MostSeconds = double.Parse(Find(rest, "seconds") ?? "20", CultureInfo.InvariantCulture) }, new(), cancellationToken)),
        ["terms"] => await terms.FindStateAsync(cancellationToken) is { } state
            ? string.Create(CultureInfo.InvariantCulture, $"{state.IsConfigured} {state.HasConsent} {state.Quota.Used}/{state.Quota.Limit} {state.Quota.RenewsOn:yyyy-MM-dd}")
            : "none",
        ["who"] => $"{work.Company}/{work.User}",
        _ => throw new ArgumentException(string.Join(' ', words)),
    };

    private static string Said(bool yes) => yes ? "yes" : "no";

    private static async Task<string> SayAsync(Task done)
    {
        await done;
        return "done";
    }

    private static string? Then(string[] rest) => Find(rest, "then");

    private static JobTime Time(string[] rest) => new()
    {
        Key = Find(rest, "key"),
        Delay = Find(rest, "delay") is { } delay ? TimeSpan.Parse(delay, CultureInfo.InvariantCulture) : null,
        At = Find(rest, "at") is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null,
        OnClash = Find(rest, "clash") is { } clash ? Enum.Parse<JobClash>(clash) : JobClash.Replace,
    };

    private static string? Find(string[] rest, string name) =>
        rest.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
