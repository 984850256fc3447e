using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace DrAivBot.Rig;

/// <summary>One measured run: start the bot, warm up, measure, drain, judge, report.</summary>
internal sealed class Session
{
    private readonly record struct Sample(long Ticks, double Rig, double Bot, double[] Watched, ProcessTree.Machine Machine, long Calls);

    private readonly Options _o;
    private readonly Reactor _reactor = new();
    private readonly Script _script;
    private readonly Checker _checker;
    private readonly BotApi _api;
    private PollingDriver? _polling;
    private WebhookDriver? _webhook;
    private readonly List<double> _rss = [];
    private int _probeStatus = -1;

    public Session(Options options)
    {
        _o = options;
        _script = new Script(options);
        _checker = new Checker(_script, options.Users);
        _api = new BotApi(_reactor, options, _script, _checker);
    }

    public int Run()
    {
        _script.SaveNextUpdateId(reserve: 2_000_000);
        _api.Start();
        string? hookUrl = null, secret = null;
        var webhooks = 0;
        _api.WebhookSet = (url, token) =>
        {
            (hookUrl, secret) = (url, token);
            webhooks++;
        };
        if (_o.Mode == Mode.Polling)
        {
            _polling = new PollingDriver(_reactor, _o, _script, _api);
        }

        using var bot = StartBot();
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Abandon(bot));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Abandon(bot));
        try
        {
            if (!RunUntil(_o.ReadySeconds, () => bot.HasExited || (_polling?.Polled ?? webhooks >= _o.ReadyWebhooks)) || bot.HasExited)
            {
                Console.Error.WriteLine($"{_o.Label}: the bot did not become ready; see {_o.BotLog}");
                return 1;
            }
            RunFor(0.3);
            if (hookUrl is not null && _o.Mode == Mode.Webhook)
            {
                _webhook = new WebhookDriver(_reactor, _o, _script, _api, hookUrl, secret!);
                if (_o.ProbeSecret)
                {
                    _webhook.Probe(status => _probeStatus = status);
                    RunUntil(2, () => _probeStatus >= 0);
                }
            }

            _webhook?.Start();
            _polling?.Start();
            RunFor(_o.WarmupSeconds);

            var before = Take(bot.Id);
            _checker.Measuring = true;
            RunSampled(bot.Id);
            _checker.Measuring = false;
            var after = Take(bot.Id);
            double rss = ProcessTree.MemoryMiB(bot.Id, "VmRSS:"), peak = ProcessTree.MemoryMiB(bot.Id, "VmHWM:");

            _webhook?.Stop();
            _polling?.Stop();
            RunUntil(_o.DrainSeconds, () => (_webhook?.InFlight ?? _polling!.InFlight) == 0);
            RunFor(0.3); // late duplicates
            return Report(before, after, rss, peak);
        }
        finally
        {
            StopBot(bot);
            _script.SaveNextUpdateId();
        }
    }

    private int Report(Sample a, Sample b, double rss, double peak)
    {
        double seconds = (b.Ticks - a.Ticks) / (double)Stopwatch.Frequency;
        int count = Math.Max(1, _checker.Measured);
        int posted = _script.Turns.Count(t => t.Posted), lost = _script.Turns.Count(t => t.Posted && !t.Replied);
        var p = _checker.Percentiles(0.50, 0.95, 0.99, 1);
        double Ms(double cpu) => Math.Round(cpu * 1000 / count, 4);
        double watched = b.Watched.Sum() - a.Watched.Sum();
        var watch = _o.Watch.Select((w, i) => (w.Name, Value: Ms(b.Watched[i] - a.Watched[i]))).ToDictionary(x => x.Name, x => x.Value);
        double ours = b.Rig - a.Rig + (b.Bot - a.Bot) + watched;
        bool clean = lost + _checker.Duplicates + _checker.Misordered + _checker.WrongState + _checker.Alien == 0;

        var result = new Dictionary<string, object>
        {
            ["label"] = _o.Label,
            ["mode"] = _o.Mode.ToString().ToLowerInvariant(),
            ["inFlight"] = _o.InFlight,
            ["rate"] = _o.Rate,
            ["apiDelayMs"] = _o.ApiDelayMs,
            ["updatesPerSecond"] = Math.Round(_checker.Measured / seconds, 1),
            ["measured"] = _checker.Measured,
            ["seconds"] = Math.Round(seconds, 2),
            ["p50ms"] = p[0],
            ["p95ms"] = p[1],
            ["p99ms"] = p[2],
            ["maxMs"] = p[3],
            ["botCpuMs"] = Ms(b.Bot - a.Bot),
            ["rigCpuMs"] = Ms(b.Rig - a.Rig),
            ["watchedCpuMs"] = watch,
            ["botRssMiB"] = Math.Round(rss, 1),
            ["botPeakMiB"] = Math.Round(peak, 1),
            ["foreignCores"] = Math.Round((b.Machine.Work - a.Machine.Work - ours) / seconds, 3),
            ["softIrqCores"] = Math.Round((b.Machine.SoftIrq - a.Machine.SoftIrq) / seconds, 3),
            ["stealCores"] = Math.Round((b.Machine.Steal - a.Machine.Steal) / seconds, 3),
            ["idleCores"] = Math.Round((b.Machine.Idle - a.Machine.Idle) / seconds, 3),
            ["ioWaitCores"] = Math.Round((b.Machine.IoWait - a.Machine.IoWait) / seconds, 3),
            ["apiCallsPerUpdate"] = Math.Round((b.Calls - a.Calls) / (double)count, 2),
            ["rssMiB"] = _rss,
            ["posted"] = posted,
            ["replied"] = _checker.Replies,
            ["lost"] = lost,
            ["duplicated"] = _checker.Duplicates,
            ["misordered"] = _checker.Misordered,
            ["wrongState"] = _checker.WrongState,
            ["alien"] = _checker.Alien,
            ["httpErrors"] = _webhook?.HttpErrors ?? 0,
            ["connectionErrors"] = _webhook?.ConnectionErrors ?? 0,
            ["redelivered"] = _webhook?.Redelivered ?? 0,
            ["secretProbeStatus"] = _probeStatus,
            ["clean"] = clean,
        };
        if (_o.Out is not null)
        {
            File.AppendAllText(_o.Out, JsonSerializer.Serialize(result) + "\n");
        }

        Console.WriteLine($"{_o.Label,-28} {result["updatesPerSecond"],8} upd/s  p50 {p[0]:f2} p95 {p[1]:f2} p99 {p[2]:f2} ms  cpu/upd bot {result["botCpuMs"]:f3} rig {result["rigCpuMs"]:f3} " +
            string.Join(' ', watch.Select(w => $"{w.Key} {w.Value:f3}")) + $" ms  calls {result["apiCallsPerUpdate"]} rss {rss:f0} MiB  foreign {result["foreignCores"]} cores  " +
            (clean ? "exact" : $"LOST {lost} DUP {_checker.Duplicates} ORDER {_checker.Misordered} STATE {_checker.WrongState} ALIEN {_checker.Alien}") +
            (_webhook is { } w ? $"  httpErr {w.HttpErrors}+{w.ConnectionErrors} probe {_probeStatus}" : ""));
        return clean ? 0 : 3;
    }

    private Sample Take(int botPid) => new(Reactor.Now, Environment.CpuUsage.TotalTime.TotalSeconds, ProcessTree.CpuSeconds(botPid),
        [.. _o.Watch.Select(w => ProcessTree.CpuSeconds(w.Pid))], ProcessTree.MachineCpu(), _api.Requests);

    private void RunFor(double seconds) { _reactor.After(seconds, _reactor.Stop); _reactor.Run(); }

    private void RunSampled(int bot)
    {
        if (_o.RssEverySeconds <= 0)
        {
            RunUntil(_o.Seconds, () => _o.Updates > 0 && _checker.Measured >= _o.Updates);
            return;
        }

        for (double passed = 0; passed < _o.Seconds; passed += _o.RssEverySeconds)
        {
            RunFor(Math.Min(_o.RssEverySeconds, _o.Seconds - passed));
            _rss.Add(Math.Round(ProcessTree.MemoryMiB(bot, "VmRSS:"), 1));
        }
    }

    private bool RunUntil(double seconds, Func<bool> done)
    {
        for (long end = Reactor.Now + Reactor.Ticks(seconds); Reactor.Now < end && !done();)
        {
            RunFor(0.02);
        }

        return done();
    }

    private Process StartBot()
    {
        var log = _o.BotLog ?? "/dev/null";
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(log);
        foreach (var a in _o.Command)
        {
            start.ArgumentList.Add(a);
        }

        start.Environment["BOT_TOKEN"] = _o.Token;
        start.Environment["BOT_API"] = $"http://127.0.0.1:{_o.ApiPort}";
        start.Environment["BOT_MODE"] = _o.Mode.ToString().ToLowerInvariant();
        start.Environment["WEBHOOK_PORT"] = _o.HookPort.ToString();
        start.Environment["WEBHOOK_SECRET"] = _o.Secret;
        return Process.Start(start)!;
    }

    private static void Abandon(Process bot)
    {
        bot.Kill(entireProcessTree: true);
        Environment.Exit(130);
    }

    private void StopBot(Process bot)
    {
        if (bot.HasExited)
        {
            return;
        }

        Native.Signal(bot.Id, 15);
        if (!RunUntil(5, () => bot.HasExited)) { bot.Kill(entireProcessTree: true); bot.WaitForExit(); }
    }
}
