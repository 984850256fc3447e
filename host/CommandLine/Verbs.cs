using System.CommandLine;
using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.CommandLine;

/// <summary>What the program does besides running the host: one line a verb.</summary>
internal static class Verbs
{
    private static readonly string[] Questions = ["--help", "-h", "-?", "--version"];

    /// <summary>
    /// Whether the arguments ask for a verb. Settings begin with a dash or hold an equals sign, so that a mistyped verb
    /// is answered instead of starting the host.
    /// </summary>
    public static bool Claims(string[] args) =>
        args is [var first, ..] && (Questions.Contains(first) || (!first.StartsWith('-') && !first.StartsWith('/') && !first.Contains('=', StringComparison.Ordinal)));

    public static async Task<int> RunAsync(string[] args, VerbContext context, TextWriter output, TextWriter errors)
    {
        var parsed = Create(context).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await errors.WriteLineAsync(string.Join('\n', parsed.Errors.Select(error => error.Message)) + "\n\"draivbot --help\" lists what there is.");
            return ExitCodes.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, CancellationToken.None);
    }

    private static RootCommand Create(VerbContext context) =>
        new("Runs the bot. Without a verb the host starts; settings are given as --Section:Key=value, --check-config only checks them.")
        {
            PackVerb.Create(context),
            VerifyVerb.Create(context),
            KeygenVerb.Create(context),
        };
}
