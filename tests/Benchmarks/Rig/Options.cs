using System.Globalization;

namespace DrAivBot.Rig;

/// <summary>Command line of the rig. Everything after "--" is the command that starts the bot.</summary>
internal sealed class Options
{
    public Mode Mode = Mode.Webhook;
    public int ApiPort = 18090;
    public int HookPort = 18091;
    public string Token = "7777:BENCH-TOKEN-of-no-bot-at-all-0123456789";
    public string Secret = "bench-secret-0123456789abcdef";
    public List<int> HookPorts = [];    // several hosts behind one load balancer; empty: the port of setWebhook
    public string StartText = "/start";
    public int Users = 10_000;
    public long UserBase = 5_000_000_000;
    public int UserStride = 10;
    public int InFlight = 32;
    public double Rate;                 // updates/s, open loop; 0 = closed loop (webhook) or backlog (polling)
    public int Backlog = 500;           // polling: updates unanswered at once; there are always more
    public double Burst = 0.10;         // share of updates that come from the user of the update just before
    public double Redeliver;            // share of updates that are posted a second time (webhook)
    public double ApiDelayMs;           // how long the Bot API takes to answer sendMessage
    public double WarmupSeconds = 3;
    public double Seconds = 10;
    public int Updates;                 // end when so many are answered, before the seconds are over; 0: never
    public double DrainSeconds = 10;
    public double ReadySeconds = 30;
    public int ReadyWebhooks = 1;       // how many hosts call setWebhook before the run begins
    public double RssEverySeconds;      // 0: memory is read once, at the end
    public int Seed = 1;
    public string Label = "run";
    public string? Out;
    public string? IdFile;              // keeps update ids rising from run to run, as Telegram does
    public string? BotLog;
    public bool ProbeSecret = true;
    public List<(string Name, int Pid)> Watch = [];
    public List<string> Command = [];

    public const string Usage = """
        usage: dotnet rig.dll [options] -- BOT-COMMAND ARGS...
          --mode webhook|polling   how updates reach the bot (webhook)
          --in-flight N            closed loop: updates in flight at once (32)
          --rate R                 open loop: R updates/s on a Poisson schedule; latency counts from the schedule
          --backlog N              polling: at most N updates handed out and unanswered (500)
          --users N --stride K --burst P   active users (10000), every K-th of the stored (10); share of updates that repeat the last user (0.10)
          --redeliver P            share of updates posted twice, as Telegram does when it misses a 200 (0)
          --api-delay-ms D         the Bot API answers sendMessage after D ms (0)
          --warmup S --seconds S --drain S   windows in seconds (3, 10, 10)
          --updates N              end once N updates are answered
          --api-port P --hook-port P         ports on 127.0.0.1 (18090, 18091)
          --hook-ports P,Q         post to several hosts in turn, as a load balancer does; --ready-webhooks N waits for N of them
          --start-text T           what the first step of the conversation sends (/start), written into JSON as it is
          --rss-every S            read the bot's memory every S seconds
          --watch NAME=PID         also count this process tree's CPU (repeatable: pg, redis)
          --label L --out FILE     append one JSON line to FILE; --bot-log FILE
          --id-file FILE           where the next update id is kept, so that ids rise from run to run
          --no-secret-probe        do not test that the bot refuses a post without the secret token
        The bot gets BOT_TOKEN, BOT_API, BOT_MODE, WEBHOOK_PORT, WEBHOOK_SECRET in its environment. It must call
        setWebhook (webhook) or getUpdates (polling) when it is ready, and answer each update with one sendMessage
        or editMessageText of which a line starts with "#<update_id> n=<count> <state>"; without the update id the
        answer is matched by chat and count. The first button of the menu is the one that is pressed.
        """;

    public static Options Parse(string[] args)
    {
        var o = new Options();
        int i = 0;
        string Next() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value");
        double Number() => double.Parse(Next(), CultureInfo.InvariantCulture);
        int Whole() => int.Parse(Next(), CultureInfo.InvariantCulture);
        for (; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--mode": o.Mode = Enum.Parse<Mode>(Next(), ignoreCase: true); break;
                case "--in-flight": o.InFlight = Whole(); break;
                case "--rate": o.Rate = Number(); break;
                case "--backlog": o.Backlog = Whole(); break;
                case "--users": o.Users = Whole(); break;
                case "--updates": o.Updates = Whole(); break;
                case "--stride": o.UserStride = Whole(); break;
                case "--burst": o.Burst = Number(); break;
                case "--redeliver": o.Redeliver = Number(); break;
                case "--api-delay-ms": o.ApiDelayMs = Number(); break;
                case "--warmup": o.WarmupSeconds = Number(); break;
                case "--seconds": o.Seconds = Number(); break;
                case "--drain": o.DrainSeconds = Number(); break;
                case "--ready": o.ReadySeconds = Number(); break;
                case "--api-port": o.ApiPort = Whole(); break;
                case "--hook-port": o.HookPort = Whole(); break;
                case "--hook-ports": o.HookPorts = [.. Next().Split(',').Select(port => int.Parse(port, CultureInfo.InvariantCulture))]; break;
                case "--start-text": o.StartText = Next(); break;
                case "--rss-every": o.RssEverySeconds = Number(); break;
                case "--ready-webhooks": o.ReadyWebhooks = Whole(); break;
                case "--seed": o.Seed = Whole(); break;
                case "--label": o.Label = Next(); break;
                case "--out": o.Out = Next(); break;
                case "--bot-log": o.BotLog = Next(); break;
                case "--id-file": o.IdFile = Next(); break;
                case "--no-secret-probe": o.ProbeSecret = false; break;
                case "--watch":
                    var pair = Next().Split('=', 2);
                    o.Watch.Add((pair[0], int.Parse(pair[1], CultureInfo.InvariantCulture)));
                    break;
                case "--": o.Command = [.. args[(i + 1)..]]; i = args.Length; break;
                default: throw new FormatException($"unknown option {args[i]}");
            }
        }
        if (o.Command.Count == 0)
        {
            throw new FormatException("no bot command after --");
        }

        return o;
    }
}
