using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DrAivBot.Chaos.Reloads;

/// <summary>One run: a host under load whose modules come and go; waits for calm and judges.</summary>
internal sealed class ReloadRun(ReloadOptions options, Action<string> print)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private readonly AnswerBook _book = new(options.Users);
    private Fleet? _fleet;

    /// <summary>Whether every promise held.</summary>
    public static Task<bool> RunAsync(ReloadOptions options, Action<string> print, CancellationToken cancellationToken) =>
        new ReloadRun(options, print).RunAsync(cancellationToken);

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var directory = Path.Combine(BuiltFiles.Root, "artifacts", "reloads", options.Seed.ToString(CultureInfo.InvariantCulture));
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        Directory.CreateDirectory(directory);
        print($"seed {options.Seed}: {options.Count} reloads under {options.Rate} updates/s of {options.Users} people over {LoadedModules.Count} modules");
        var list = new ModuleList(directory);
        await list.SaveAsync(cancellationToken);
        await using var database = await DatabaseServer.StartAsync(cancellationToken);
        await using var api = await BotApi.StartAsync(Hear, cancellationToken);
        var page = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{SupervisedHost.FreePort()}/"));
        var fleet = _fleet = Fleet.Create(1, directory, list.File, database.ConnectionString, api.Address, [("Operator__Urls", page.ToString().TrimEnd('/')), ("Telegram__MessagesPerSecondPerChat", "0")]);
        using var figures = new HostFigures(new Uri(page, "metrics"));
        return await JudgedFleet.RunAsync(
            directory, options.Keep, print, stopping => Task.WhenAll(fleet.Hosts[0].RunAsync(stopping), figures.WatchAsync(stopping)), () => JudgeAsync(fleet, list, figures, database.ConnectionString, cancellationToken), cancellationToken);
    }

    private void Hear(string method, JsonElement body)
    {
        if (method == "setwebhook")
        {
            _fleet!.NoteWebhook(new Uri(body.GetProperty("url").GetString()!));
        }
        else if (method == "sendmessage")
        {
            _book.Hear(BotApi.ChatOf(body), body.GetProperty("text").GetString()!);
        }
    }

    private async Task<bool> JudgeAsync(Fleet fleet, ModuleList list, HostFigures figures, string database, CancellationToken cancellationToken)
    {
        using var postman = new Postman(fleet, options.Seed);
        var crowd = new PacedCrowd(options, postman, _book);
        var hand = new ModuleHand(options, list, figures, _book, postman);
        await WaitAsync(() => fleet.Hosts[0].IsReady && LoadedModules.Ids.All(id => figures.Is(id, "active")), StartLimit, cancellationToken);
        await crowd.EnterAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var (trouble, sent) = (await StormAsync(crowd, hand, cancellationToken), crowd.Sent);
        var took = Stopwatch.GetElapsedTime(began);
        await WaitAsync(() => _book.Answered >= crowd.Sent, SettleLimit, cancellationToken);
        var left = await LeftAsync(database, cancellationToken);
        var verdict = await ReadAsync(hand, postman, database, cancellationToken);
        var delays = new Delays(_book, hand);
        print(string.Create(CultureInfo.InvariantCulture, $"{sent - options.Users} updates in {took.TotalSeconds:0} s ({(sent - options.Users) / took.TotalSeconds:0}/s), {postman.Repeated} posts repeated"));
        verdict.Summary.ToList().ForEach(print);
        print($"unloaded {figures.Unloaded} versions, at least {hand.Unloads} expected, leaked {figures.Leaked}; assemblies of modules left over: {hand.SpareAssemblies}");
        print("from writing to the answer:");
        delays.Summary.ToList().ForEach(print);
        string[] broken =
        [
            .. verdict.Broken,
            .. trouble is null ? Array.Empty<string>() : [trouble],
            .. left == (0, 0) ? Array.Empty<string>() : [$"{left.Updates} updates and {left.Messages} messages wait still"],
            .. fleet.Hosts[0].Starts == 1 ? Array.Empty<string>() : ["the host ended and was started again"],
            .. figures.Unloaded >= hand.Unloads && figures.Leaked == 0 && hand.SpareAssemblies == 0 ? Array.Empty<string>() : ["not every old version is proven gone"],
            .. options.JudgesDelay ? delays.Broken : [],
        ];
        print(broken.Length == 0 ? $"seed {options.Seed}: every promise held" : $"seed {options.Seed}: BROKEN");
        broken.ToList().ForEach(print);
        return broken.Length == 0;
    }

    /// <summary>What went wrong with the changes, in words; null when nothing did.</summary>
    private static async Task<string?> StormAsync(PacedCrowd crowd, ModuleHand hand, CancellationToken cancellationToken)
    {
        using var ending = new CancellationTokenSource();
        var writing = crowd.ActAsync(ending.Token, cancellationToken);
        try
        {
            await Task.Delay(WarmUp, TimeProvider.System, cancellationToken);
            await hand.RunAsync(cancellationToken);
            return null;
        }
        catch (TimeoutException never)
        {
            return never.Message;
        }
        finally
        {
            await ending.CancelAsync();
            await writing;
        }
    }

    private async Task<ReloadVerdict> ReadAsync(ModuleHand hand, Postman postman, string database, CancellationToken cancellationToken)
    {
        var effects = new List<Effect>();
        foreach (var module in LoadedModules.Ids)
        {
            effects.AddRange(await Effect.ReadAsync(database, module, cancellationToken));
        }

        return new(_book, hand, postman, effects, await Effect.ReadSetAsideAsync(database, cancellationToken));
    }

    /// <summary>What waits still when it has had its time.</summary>
    private static async Task<(long Updates, long Messages)> LeftAsync(string database, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var left = await Findings.CountLeftAsync(database, cancellationToken);
            if (left == (0, 0) || Stopwatch.GetElapsedTime(began) > SettleLimit)
            {
                return left;
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
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
