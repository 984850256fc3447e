using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace DrAivBot.Chaos;

/// <summary>One run: starts everything, lets the crowd write and the trouble happen, waits for calm and judges.</summary>
internal sealed class ChaosRun(ChaosOptions options, Action<string> print)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StuckLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    private readonly Plan _plan = Plan.Draw(options);
    private Fleet? _fleet;

    /// <summary>Whether every promise held.</summary>
    public static Task<bool> RunAsync(ChaosOptions options, Action<string> print, CancellationToken cancellationToken) =>
        new ChaosRun(options, print).RunAsync(cancellationToken);

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var directory = Path.Combine(BuiltFiles.Root, "artifacts", "chaos", options.Seed.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(directory);
        print($"seed {options.Seed}: {options.Updates} updates of {options.Users} people to {options.Hosts} hosts, {options.Kills} kills, {options.DatabaseRestarts} stops of the database");
        var sends = new Sends(_plan);
        await using var database = await DatabaseServer.StartAsync(cancellationToken);
        await using var api = await BotApi.StartAsync((method, body) => Hear(sends, method, body), cancellationToken);
        var fleet = _fleet = await Fleet.CreateAsync(options, directory, database.ConnectionString, api.Address, cancellationToken);
        return await JudgedFleet.RunAsync(
            directory, options.Keep, print, stopping => Task.WhenAll(fleet.Hosts.Select(host => host.RunAsync(stopping))), () => JudgeAsync(fleet, database, sends, cancellationToken), cancellationToken);
    }

    private async Task<bool> JudgeAsync(Fleet fleet, DatabaseServer database, Sends sends, CancellationToken cancellationToken)
    {
        using var postman = new Postman(fleet, options.Seed);
        using var crowd = new Crowd(_plan, postman, sends, options.Seed);
        await WaitAsync(() => fleet.Hosts.All(host => host.IsReady), StartLimit, cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var trouble = new Troublemaker(_plan, fleet, database, () => ProgressOf(sends, began), options.Seed);
        var isStuck = !await StormAsync(crowd, trouble, sends, cancellationToken);
        var took = Stopwatch.GetElapsedTime(began);
        var isCalm = !isStuck && await SettleAsync(database.ConnectionString, cancellationToken);
        var disturbances = trouble.Kills + trouble.DatabaseAbsences.Count + fleet.Hosts.Sum(host => host.OwnEnds.Values.Sum());
        var verdict = new Verdict(_plan, await Findings.ReadAsync(database.ConnectionString, cancellationToken), sends, postman, disturbances);
        print(string.Create(CultureInfo.InvariantCulture, $"{crowd.Posted} updates in {took.TotalSeconds:0} s ({crowd.Posted / took.TotalSeconds:0}/s), {crowd.Repeated} delivered twice on purpose, {postman.Repeated} posts repeated"));
        Describe(fleet, trouble);
        verdict.Summary.ToList().ForEach(print);
        string[] broken =
        [
            .. verdict.Broken,
            .. isStuck ? [$"nothing moved for {StuckLimit.TotalSeconds:0} s"] : Array.Empty<string>(),
            .. isCalm ? Array.Empty<string>() : ["inbox and outbox did not empty"],
            .. trouble.Kills == options.Kills && trouble.DatabaseAbsences.Count == options.DatabaseRestarts ? Array.Empty<string>() : ["not all the trouble happened"],
        ];
        print(broken.Length == 0 ? $"seed {options.Seed}: every promise held" : $"seed {options.Seed}: BROKEN");
        broken.ToList().ForEach(print);
        return broken.Length == 0;
    }

    private void Hear(Sends sends, string method, JsonElement body)
    {
        if (method == "setwebhook")
        {
            _fleet!.NoteWebhook(new Uri(body.GetProperty("url").GetString()!));
        }
        else if (method is "sendmessage")
        {
            sends.Add(BotApi.ChatOf(body), body.GetProperty("text").GetString()!);
        }
    }

    private double ProgressOf(Sends sends, long began)
    {
        var handled = (double)sends.Answered / options.Updates;
        return options.Limit is { } limit ? Math.Max(handled, Stopwatch.GetElapsedTime(began) / limit) : handled;
    }

    /// <summary>False when everything stood still.</summary>
    private async Task<bool> StormAsync(Crowd crowd, Troublemaker trouble, Sends sends, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ending = new CancellationTokenSource(options.Limit ?? Timeout.InfiniteTimeSpan, TimeProvider.System);
        var storm = Task.WhenAll(crowd.ActAsync(ending.Token, giveUp.Token), trouble.RunAsync(giveUp.Token));
        var (answered, moved) = (0, Stopwatch.GetTimestamp());
        while (await Task.WhenAny(storm, Task.Delay(ReportInterval, TimeProvider.System, cancellationToken)) != storm)
        {
            cancellationToken.ThrowIfCancellationRequested();
            print($"  {sends.Answered} answered, {crowd.Posted} taken, {trouble.Kills} kills, {trouble.DatabaseAbsences.Count} stops of the database");
            (answered, moved) = sends.Answered > answered ? (sends.Answered, Stopwatch.GetTimestamp()) : (answered, moved);
            if (Stopwatch.GetElapsedTime(moved) > StuckLimit)
            {
                await giveUp.CancelAsync();
                await storm.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return false;
            }
        }

        await storm;
        return true;
    }

    private static async Task<bool> SettleAsync(string database, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < SettleLimit;)
        {
            try
            {
                if (await Findings.CountLeftAsync(database, cancellationToken) == (0, 0))
                {
                    return true;
                }
            }
            catch (NpgsqlException)
            {
                // Still recovering from the last stop.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellationToken);
        }

        return false;
    }

    private void Describe(Fleet fleet, Troublemaker trouble)
    {
        var ends = fleet.Hosts.SelectMany(host => host.OwnEnds).GroupBy(end => end.Key, end => end.Value).Select(code => $"code {code.Key} {code.Sum()} times").ToList();
        var absences = trouble.DatabaseAbsences.Order().ToList();
        print(string.Create(
            CultureInfo.InvariantCulture,
            $"{trouble.Kills} kills, {absences.Count} stops of the database (away {absences.ElementAtOrDefault(absences.Count / 2).TotalSeconds:0.0} s in the median), hosts started {fleet.Hosts.Sum(host => host.Starts)} times, ended by themselves: {(ends.Count == 0 ? "never" : string.Join(", ", ends))}"));
    }

    private static async Task WaitAsync(Func<bool> condition, TimeSpan within, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); !condition();)
        {
            if (Stopwatch.GetElapsedTime(began) > within)
            {
                throw new TimeoutException("The hosts did not start; their logs say why.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }
}
