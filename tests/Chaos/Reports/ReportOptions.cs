namespace DrAivBot.Chaos.Reports;

/// <summary>How many companies finish their analysis at once, and who goes on writing meanwhile.</summary>
internal sealed record ReportOptions
{
    public const string Usage = """
        reports: so many companies finish a full analysis within seconds, one more has many reports made; others go on writing.

          --companies N           companies that finish                    1000
          --within N              the seconds within which they do         60
          --many N                reports of the one company with many     100
          --people N              people who write to another module       100
          --rate N                their texts a second                     10
          --calm N                seconds of writing before                60
          --assisted N            percent that an assistant writes for     50
          --answer N              seconds in which the model answers       20
          --memory N              most MiB of the host                     640
          --keep                  keep the host's log of a good run too

        Exit code 0: every promise held; 1: one broke, see the words above; 2: wrong arguments.
        """;

    /// <summary>Companies that finish before anything is measured, as on a host that has run for a while.</summary>
    public const int Early = 50;

    public int Companies { get; init; } = 1000;

    public int Within { get; init; } = 60;

    public int Many { get; init; } = 100;

    public int People { get; init; } = 100;

    public int Rate { get; init; } = 10;

    public int Calm { get; init; } = 60;

    /// <summary>Percent of the companies whose owner has agreed to the assistant.</summary>
    public int Assisted { get; init; } = 50;

    public int Answer { get; init; } = 20;

    public int Memory { get; init; } = 640;

    /// <summary>Keep the directory of the run even if every promise held.</summary>
    public bool Keep { get; init; }

    /// <summary>Whether delays are judged and not only printed: beside other suites they say nothing.</summary>
    public bool JudgesDelay { get; init; } = true;

    /// <summary>Who finishes comes after who only writes, the early ones first; the owner of the company with many reports is the last.</summary>
    public int Everybody => People + Early + Companies + 1;

    /// <summary>How many reports there are in the end.</summary>
    public int Reports => Early + Companies + Many;

    /// <summary>Reads the arguments; gives what is wrong with them, or null.</summary>
    public static string? Parse(IReadOnlyList<string> arguments, out ReportOptions options)
    {
        options = new();
        return NumberArguments.Parse(arguments, ref options, kept => kept with { Keep = true }, (known, name, number) => known.With(name, number));
    }

    private ReportOptions? With(string name, int number) => name switch
    {
        "--companies" when number > 0 => this with { Companies = number },
        "--within" when number > 0 => this with { Within = number },
        "--many" when number >= 10 => this with { Many = number },
        "--people" when number > 0 => this with { People = number },
        "--rate" when number > 0 => this with { Rate = number },
        "--calm" when number > 0 => this with { Calm = number },
        "--assisted" when number <= 100 => this with { Assisted = number },
        "--answer" => this with { Answer = number },
        "--memory" when number > 0 => this with { Memory = number },
        _ => null,
    };
}
