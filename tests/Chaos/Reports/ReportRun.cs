using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DrAivBot.Analysis.Tests.Writing;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Chaos.Reports;

/// <summary>One run: companies finish at once while others write; waits for all reports and judges.</summary>
internal sealed class ReportRun(ReportOptions options, Action<string> print)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly ReportBook _book = new(options);
    private Fleet? _fleet;

    /// <summary>Each report at its slowest, and what the model takes.</summary>
    private TimeSpan ReportLimit => TimeSpan.FromSeconds(60 + (2 * options.Reports) + (10 * options.Answer));

    /// <summary>Whether every promise held.</summary>
    public static Task<bool> RunAsync(ReportOptions options, Action<string> print, CancellationToken cancellationToken) =>
        new ReportRun(options, print).RunAsync(cancellationToken);

    private static object Entry(string id, string path) => new { id, path, enabled = true };

    private static object Module(string id, string assembly) => Entry(id, Path.Combine(BuiltFiles.Root, "artifacts", "modules", id, assembly + ".dll"));

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var directory = Path.Combine(BuiltFiles.Root, "artifacts", "reports", Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(directory);
        var plugins = Path.Combine(directory, "plugins.json");
        var modules = new[] { Module("company", "DrAivBot.Company"), Module("analysis", "DrAivBot.Analysis"), Entry("chaos", BuiltFiles.ChaosModule) };
        await File.WriteAllTextAsync(plugins, JsonSerializer.Serialize(new { modules }), cancellationToken);
        await using var database = await DatabaseServer.StartAsync(cancellationToken);
        await database.AgeAsync(cancellationToken);
        await using var api = await BotApi.StartAsync(Hear, cancellationToken);
        await using var assistant = await FakeAssistantServer.StartAsync(cancellationToken);
        assistant.Answer = call => ModelPen.Answer(call) with { Delay = TimeSpan.FromSeconds(options.Answer) };
        (string, string)[] more =
        [
            ("Operator__Urls", "off"), ("Telegram__MessagesPerSecondPerChat", "0"), ("OpenAI__ApiKey", assistant.Key), ("OpenAI__BaseUrl", assistant.Address.ToString()), ("OpenAI__Model", assistant.Model),
        ];
        var fleet = _fleet = Fleet.Create(1, directory, plugins, database.ConnectionString, api.Address, more);
        return await JudgedFleet.RunAsync(
            directory, options.Keep, print, fleet.Hosts[0].RunAsync, () => JudgeAsync(fleet, database.ConnectionString, cancellationToken), cancellationToken);
    }

    private void Hear(string method, JsonElement body)
    {
        if (method == "setwebhook")
        {
            _fleet!.NoteWebhook(new Uri(body.GetProperty("url").GetString()!));
        }
        else if (body.TryGetProperty("chat_id", out _))
        {
            _book.Hear(method, body);
        }
    }

    private async Task<bool> JudgeAsync(Fleet fleet, string database, CancellationToken cancellationToken)
    {
        using var postman = new Postman(fleet, seed: 1);
        var directors = new Directors(options, postman, _book);
        await WaitAsync(() => Task.FromResult(fleet.Hosts[0].IsReady), StartLimit, cancellationToken);
        await directors.EnterAsync(cancellationToken);
        await ReportRows.WriteAsync(database, options, cancellationToken);
        await directors.GoToTheEndAsync(cancellationToken);
        print(string.Create(CultureInfo.InvariantCulture, $"{options.Companies} companies finish within {options.Within} s, one has {options.Many} reports made; {options.Rate} texts/s of {options.People} others"));
        using var ending = new CancellationTokenSource();
        var writing = new Writers(options, postman, _book).ActAsync(ending.Token, cancellationToken);
        await using var source = NpgsqlDataSource.Create(database);
        ReportFigures figures;
        try
        {
            figures = await MeasureAsync(fleet.Hosts[0], directors, source, database, cancellationToken);
        }
        finally
        {
            await ending.CancelAsync();
            await writing;
        }

        await WaitAsync(() => Task.FromResult(_book.Arrived >= options.Reports), TimeSpan.FromSeconds(60 + (2 * options.Many)), cancellationToken);
        // What would come twice comes soon.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        var verdict = new ReportVerdict(options, _book, await ReportFindings.ReadAsync(source, cancellationToken), figures);
        verdict.Summary.ToList().ForEach(print);
        string[] broken = [.. verdict.Broken, .. fleet.Hosts[0].Starts == 1 ? Array.Empty<string>() : ["the host ended and was started again"]];
        print(broken.Length == 0 ? "every promise held" : "BROKEN");
        broken.ToList().ForEach(print);
        return broken.Length == 0;
    }

    /// <summary>A calm time, then all finish, until the last report is made.</summary>
    private async Task<ReportFigures> MeasureAsync(SupervisedHost host, Directors directors, NpgsqlDataSource source, string database, CancellationToken cancellationToken)
    {
        await directors.FinishEarlyAsync(cancellationToken);
        await WaitAsync(async () => await ReportFindings.CountMadeAsync(source, cancellationToken) >= ReportOptions.Early, ReportLimit, cancellationToken);
        await Task.Delay(WarmUp, TimeProvider.System, cancellationToken);
        var calm = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(options.Calm), TimeProvider.System, cancellationToken);
        var before = HostMemory.ReadNow(host.ProcessId);
        await HostMemory.ForgetAsync(host.ProcessId, cancellationToken);
        var from = Stopwatch.GetTimestamp();
        await ReportRows.OrderManyAsync(database, cancellationToken);
        await directors.FinishAsync(cancellationToken);
        var finished = Stopwatch.GetTimestamp();
        await WaitAsync(async () => await ReportFindings.CountMadeAsync(source, cancellationToken) >= options.Reports, ReportLimit, cancellationToken);
        return new()
        {
            CalmFrom = calm,
            From = from,
            Finished = finished,
            Until = Stopwatch.GetTimestamp(),
            MemoryBefore = before,
            MemoryPeak = HostMemory.ReadPeak(host.ProcessId),
            MemoryAfter = HostMemory.ReadNow(host.ProcessId),
        };
    }

    /// <summary>Waits until something is so, or the limit has passed: what is missing then, the verdict finds.</summary>
    private static async Task WaitAsync(Func<Task<bool>> isSo, TimeSpan within, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); !await isSo() && Stopwatch.GetElapsedTime(began) < within;)
        {
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }
}
