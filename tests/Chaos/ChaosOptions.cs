using System.Globalization;

namespace DrAivBot.Chaos;

/// <summary>How much chaos, and for how long.</summary>
internal sealed record ChaosOptions
{
    public const string Usage = """
        Breaks everything at once under load and counts what was lost, doubled or out of order.

          --updates N             updates of all people together           100000
          --users N               people                                   1000
          --kills N               kill -9 of a host at a random moment     100
          --database-restarts N   immediate stops of PostgreSQL            20
          --hosts N               hosts on the one database                3
          --poison LIST           of throw,hang,allocate,crash; or none    all
          --memory N              MiB each host may allocate               256
          --minutes N             end the posting after this time          no limit
          --seed N                repeat a run                             random
          --keep                  keep the hosts' logs of a good run too

        Exit code 0: every promise held; 1: one broke, see the words above; 2: wrong arguments.
        """;

    public int Updates { get; init; } = 100_000;

    public int Users { get; init; } = 1000;

    public int Kills { get; init; } = 100;

    public int DatabaseRestarts { get; init; } = 20;

    public int Hosts { get; init; } = 3;

    public IReadOnlyList<PoisonKind> Poison { get; init; } = Enum.GetValues<PoisonKind>();

    /// <summary>Limit of the managed heap of each host: an allocating poison must meet its end.</summary>
    public int MemoryInMebibytes { get; init; } = 256;

    /// <summary>When posting ends at the latest; null for no limit.</summary>
    public TimeSpan? Limit { get; init; }

    public int Seed { get; init; } = Environment.TickCount & 0xFFFFFF;

    /// <summary>Keep the directory of the run even if every promise held.</summary>
    public bool Keep { get; init; }

    /// <summary>Reads the arguments; gives what is wrong with them, or null.</summary>
    public static string? Parse(IReadOnlyList<string> arguments, out ChaosOptions options)
    {
        options = new();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (name == "--keep")
            {
                options = options with { Keep = true };
                continue;
            }

            if (++i == arguments.Count)
            {
                return $"{name} needs a value.";
            }

            if (options.With(name, arguments[i]) is not { } changed)
            {
                return $"{name} {arguments[i]} is not understood.";
            }

            options = changed;
        }

        return options.Updates < options.Users ? "--updates must be at least --users." : null;
    }

    private ChaosOptions? With(string name, string value)
    {
        if (name == "--poison")
        {
            return ReadPoison(value) is { } kinds ? this with { Poison = kinds } : null;
        }

        return !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null : name switch
        {
            "--updates" when number > 0 => this with { Updates = number },
            "--users" when number > 0 => this with { Users = number },
            "--hosts" when number > 0 => this with { Hosts = number },
            "--memory" when number > 0 => this with { MemoryInMebibytes = number },
            "--minutes" when number > 0 => this with { Limit = TimeSpan.FromMinutes(number) },
            "--kills" => this with { Kills = number },
            "--database-restarts" => this with { DatabaseRestarts = number },
            "--seed" => this with { Seed = number },
            _ => null,
        };
    }

    private static IReadOnlyList<PoisonKind>? ReadPoison(string list)
    {
        if (list == "none")
        {
            return [];
        }

        var kinds = new List<PoisonKind>();
        foreach (var word in list.Split(','))
        {
            if (!Enum.TryParse<PoisonKind>(word, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            {
                return null;
            }

            kinds.Add(kind);
        }

        return kinds;
    }
}
