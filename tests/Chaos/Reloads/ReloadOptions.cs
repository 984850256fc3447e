namespace DrAivBot.Chaos.Reloads;

/// <summary>How often modules come and go, and under which load.</summary>
internal sealed record ReloadOptions
{
    public const string Usage = """
        reloads: one module is reloaded, another switched off and on, others fail at each stage of their life, all under load.

          --count N               reloads                                  100
          --rate N                updates a second over three modules      500
          --users N               people                                   1500
          --seed N                repeat a run                             random
          --keep                  keep the host's log of a good run too

        Exit code 0: every promise held, that of the delay too; 1: one broke, see the words above; 2: wrong arguments.
        """;

    public int Count { get; init; } = 100;

    /// <summary>Updates a second of all three modules together.</summary>
    public int Rate { get; init; } = 500;

    public int Users { get; init; } = 1500;

    public int Seed { get; init; } = Environment.TickCount & 0xFFFFFF;

    /// <summary>Keep the directory of the run even if every promise held.</summary>
    public bool Keep { get; init; }

    /// <summary>Whether a delay over the promise breaks the run; where the machine is shared it says nothing.</summary>
    public bool JudgesDelay { get; init; } = true;

    /// <summary>Reads the arguments; gives what is wrong with them, or null.</summary>
    public static string? Parse(IReadOnlyList<string> arguments, out ReloadOptions options)
    {
        options = new();
        return NumberArguments.Parse(arguments, ref options, kept => kept with { Keep = true }, (known, name, number) => known.With(name, number));
    }

    private ReloadOptions? With(string name, int number) => name switch
    {
        "--count" when number > 0 => this with { Count = number },
        "--rate" when number > 0 => this with { Rate = number },
        "--users" when number >= LoadedModules.Count => this with { Users = number },
        "--seed" => this with { Seed = number },
        _ => null,
    };
}
