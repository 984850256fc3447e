using System.CommandLine;
using System.CommandLine.Help;
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

    /// <summary>Whether an argument beside a verb is a setting, <c>--Section:Key=value</c>, for the configuration and not for the verb.</summary>
    public static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal)
        && arg.IndexOf(':', StringComparison.Ordinal) is > 2 and var colon && arg.IndexOf('=', StringComparison.Ordinal) > colon;

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

    /// <summary>No RootCommand: that is called after the file of the program.</summary>
    private static Command Create(VerbContext context) =>
        new("draivbot", "Runs the bot. Without a verb the host starts; settings are given as --Section:Key=value.")
        {
            new HelpOption(),
            new VersionOption(),
            ModulesVerb.Create(context),
            CheckConfigVerb.Create(context),
            PackVerb.Create(context),
            VerifyVerb.Create(context),
            KeygenVerb.Create(context),
        };
}
