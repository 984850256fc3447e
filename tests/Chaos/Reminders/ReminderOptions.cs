namespace DrAivBot.Chaos.Reminders;

/// <summary>How many reminders come due in which time, and how often a host is killed meanwhile.</summary>
internal sealed record ReminderOptions
{
    public const string Usage = """
        reminders: so many people are reminded of one event each, while hosts are killed; Telegram takes 30 messages a second.

          --count N               reminders, each of another person        100000
          --seconds N             the time in which they come due          3600
          --hosts N               hosts on the one database                2
          --kills N               kill -9, spread over the time            3
          --keep                  keep the hosts' logs of a good run too

        Exit code 0: every promise held; 1: one broke, see the words above; 2: wrong arguments.
        """;

    public int Count { get; init; } = 100_000;

    public int Seconds { get; init; } = 3600;

    public int Hosts { get; init; } = 2;

    public int Kills { get; init; } = 3;

    /// <summary>Keep the directory of the run even if every promise held.</summary>
    public bool Keep { get; init; }

    /// <summary>Reads the arguments; gives what is wrong with them, or null.</summary>
    public static string? Parse(IReadOnlyList<string> arguments, out ReminderOptions options)
    {
        options = new();
        return NumberArguments.Parse(arguments, ref options, kept => kept with { Keep = true }, (known, name, number) => known.With(name, number));
    }

    private ReminderOptions? With(string name, int number) => name switch
    {
        "--count" when number > 0 => this with { Count = number },
        "--seconds" when number > 0 => this with { Seconds = number },
        "--hosts" when number > 0 => this with { Hosts = number },
        "--kills" => this with { Kills = number },
        _ => null,
    };
}
