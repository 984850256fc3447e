using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace DrAivBot.Chaos.Reminders;

/// <summary>One run: reminders come due, hosts are killed, and what arrived is judged.</summary>
internal sealed class ReminderRun(ReminderOptions options, Action<string> print)
{
    /// <summary>What Telegram takes of a bot in all.</summary>
    private const int MessagesPerSecond = 30;

    /// <summary>A message whose fate the killed host did not live to note is sent once more.</summary>
    private const int MostAgainPerKill = 8;

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>What a killed host had in hand waits for its lease to end, and the backlog this leaves goes down slowly at a pace near Telegram's limit.</summary>
    private static readonly TimeSpan FarApart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly ReminderBook _book = new(options);
    private Fleet? _fleet;

    /// <summary>Whether every promise held.</summary>
    public static Task<bool> RunAsync(ReminderOptions options, Action<string> print, CancellationToken cancellationToken) =>
        new ReminderRun(options, print).RunAsync(cancellationToken);

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var directory = Path.Combine(BuiltFiles.Root, "artifacts", "reminders", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(directory);
        var plugins = Path.Combine(directory, "plugins.json");
        await File.WriteAllTextAsync(plugins, JsonSerializer.Serialize(new { modules = new[] { Entry("company", "DrAivBot.Company"), Entry("planner", "DrAivBot.Planner") } }), cancellationToken);
        await using var database = await DatabaseServer.StartAsync(cancellationToken);
        await using var api = await BotApi.StartAsync(Hear, MessagesPerSecond, cancellationToken);
        var fleet = _fleet = Fleet.Create(options.Hosts, directory, plugins, database.ConnectionString, api.Address, [("Operator__Urls", "off")]);
        return await JudgedFleet.RunAsync(
            directory, options.Keep, print, stopping => Task.WhenAll(fleet.Hosts.Select(host => host.RunAsync(stopping))), () => JudgeAsync(fleet, database.ConnectionString, cancellationToken), cancellationToken);
    }

    private static object Entry(string id, string assembly) => new { id, path = Path.Combine(BuiltFiles.Root, "artifacts", "modules", id, assembly + ".dll"), enabled = true };

    private void Hear(string method, JsonElement body)
    {
        if (method == "setwebhook")
        {
            _fleet!.NoteWebhook(new Uri(body.GetProperty("url").GetString()!));
        }
        else if (method == "sendmessage")
        {
            _book.Hear(body.GetProperty("text").GetString()!, TimeProvider.System.GetUtcNow());
        }
    }

    private async Task<bool> JudgeAsync(Fleet fleet, string database, CancellationToken cancellationToken)
    {
        await WaitAsync(() => fleet.Hosts.All(host => host.IsReady), StartLimit, cancellationToken);
        // Time to write the rows before the first is due.
        _book.Begin = TimeProvider.System.GetUtcNow().AddSeconds(5 + (options.Count / 2000));
        await ReminderRows.WriteAsync(database, options, _book.Begin, cancellationToken);
        print(string.Create(CultureInfo.InvariantCulture, $"{options.Count} reminders come due in {options.Seconds} s; {options.Hosts} hosts, {options.Kills} kills, {MessagesPerSecond} messages/s"));
        await KillAsync(fleet, cancellationToken);
        await WaitAsync(() => _book.Arrived >= options.Count, _book.DueAt(options.Count) + SettleLimit - TimeProvider.System.GetUtcNow(), cancellationToken);
        // What would come twice comes soon.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        var (notices, jobs, dead) = await ReadAsync(database, cancellationToken);
        var figures = _book.Count(Apart, FarApart);
        print(string.Create(
            CultureInfo.InvariantCulture,
            $"lost {figures.Lost}, sent again {figures.Again}, early {figures.Early}, overtaken by more than {Apart.TotalSeconds:0} s {figures.Overtaken}, of these before the first kill {figures.OvertakenInCalm}; after they were due: median {figures.Median.TotalSeconds:0.0} s, latest {figures.Latest.TotalSeconds:0.0} s"));
        string[] broken =
        [
            .. If(figures.Lost > 0, $"{figures.Lost} reminders were lost"),
            .. If(notices != options.Count, $"{notices} notifications were made of {options.Count} reminders"),
            .. If(figures.Again > options.Kills * MostAgainPerKill, $"{figures.Again} messages were sent again"),
            .. If(figures.Early > 0, $"{figures.Early} came before they were due"),
            .. If(figures.OvertakenInCalm > 0, $"{figures.OvertakenInCalm} came after what was due more than {Apart.TotalSeconds:0} s later, before any kill"),
            .. If(figures.FarOvertaken > 0, $"{figures.FarOvertaken} came after what was due more than {FarApart.TotalSeconds:0} s later"),
            .. If(jobs > 0 || dead > 0, $"{jobs} jobs wait still and {dead} failed for good"),
        ];
        print(broken.Length == 0 ? "every promise held" : "BROKEN");
        broken.ToList().ForEach(print);
        return broken.Length == 0;
    }

    private static string[] If(bool isBroken, string words) => isBroken ? [words] : [];

    /// <summary>At even distances, one host after another.</summary>
    private async Task KillAsync(Fleet fleet, CancellationToken cancellationToken)
    {
        for (var kill = 1; kill <= options.Kills; kill++)
        {
            var at = _book.DueAt((int)((long)options.Count * kill / (options.Kills + 1)));
            await Task.Delay(at > TimeProvider.System.GetUtcNow() ? at - TimeProvider.System.GetUtcNow() : TimeSpan.Zero, TimeProvider.System, cancellationToken);
            _book.EndCalm();
            var host = fleet.Hosts[kill % fleet.Hosts.Count];
            print(string.Create(CultureInfo.InvariantCulture, $"kill -9 of host {host.Number} after {_book.Arrived} reminders: {(host.Kill() ? "killed" : "it was not running")}"));
        }
    }

    private static async Task<(long Notices, long Jobs, long Dead)> ReadAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand("""
            select (select count(*) from core.notifications where module = 'planner'),
                (select count(*) from core.jobs where module = 'planner' and name = 'remind'), (select count(*) from core.dead_jobs)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>Waits until something is so, or the limit has passed: what is missing then, the verdict finds.</summary>
    private static async Task WaitAsync(Func<bool> isSo, TimeSpan within, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo() && Stopwatch.GetElapsedTime(began) < within;)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }
}
