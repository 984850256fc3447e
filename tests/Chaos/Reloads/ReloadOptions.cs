using System.Globalization;

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
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--keep")
            {
                options = options with { Keep = true };
            }
            else if (i + 1 == arguments.Count)
            {
                return $"{arguments[i]} needs a value.";
            }
            else if (options.With(arguments[i], arguments[++i]) is { } changed)
            {
                options = changed;
            }
            else
            {
                return $"{arguments[i - 1]} {arguments[i]} is not understood.";
            }
        }

        return null;
    }

    private ReloadOptions? With(string name, string value) =>
        !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null : name switch
        {
            "--count" when number > 0 => this with { Count = number },
            "--rate" when number > 0 => this with { Rate = number },
            "--users" when number >= LoadedModules.Count => this with { Users = number },
            "--seed" => this with { Seed = number },
            _ => null,
        };
}
