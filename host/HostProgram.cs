using DrAivBot.Host.CommandLine;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host;

/// <summary>The command line: checks the configuration, runs the host, and says in words and an exit code how it ended.</summary>
internal static class HostProgram
{
    /// <summary>How the verb check-config was spelled before it was one.</summary>
    private const string CheckOnly = "--check-config";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var directory = Directory.GetCurrentDirectory();
        var (verb, settings) = Divide(args);
        IConfigurationRoot configuration;
        try
        {
            configuration = ReadConfiguration(settings, directory);
        }
        catch (InvalidDataException unreadable)
        {
            await errors.WriteLineAsync($"{unreadable.Message} {unreadable.InnerException?.Message} Nothing was started; mend the file.");
            return ExitCodes.Configuration;
        }

        if (verb.Length > 0)
        {
            return await Verbs.RunAsync(verb, new(configuration, directory), output, errors);
        }

        var check = await ConfigurationCheck.RunAsync(configuration, directory, CancellationToken.None);
        if (check.Problems.Count > 0)
        {
            await errors.WriteLineAsync(check.Words);
            return ExitCodes.Configuration;
        }

        return await RunAsync(check.Settings, check.Plugins!, configuration, output, errors);
    }

    /// <summary>The verb with its arguments, none for the host itself; and the settings.</summary>
    private static (string[] Verb, string[] Settings) Divide(string[] args) =>
        Verbs.Claims(args) ? ([.. args.Where(arg => !Verbs.IsSetting(arg))], [.. args.Where(Verbs.IsSetting)])
        : args.Contains(CheckOnly) ? ([CheckConfigVerb.Name], [.. args.Where(arg => arg != CheckOnly)])
        : ([], args);

    private static async Task<int> RunAsync(
        HostSettings settings, PluginsFile plugins, IConfigurationRoot configuration, TextWriter output, TextWriter errors)
    {
        using var interrupted = new InterruptSignal();
        try
        {
            await using var host = await RunningHost.StartAsync(
                settings, plugins, new() { Configuration = configuration }, interrupted.Token);
            await output.WriteAsync(host.Greeting);
            await host.WaitForShutdownAsync();
            if (host.FatalReason is { } reason)
            {
                await errors.WriteLineAsync(reason);
            }

            return host.ExitCode;
        }
        catch (HostStartException failed)
        {
            await errors.WriteLineAsync(failed.Message);
            return failed.ExitCode;
        }
        catch (OperationCanceledException) when (interrupted.Token.IsCancellationRequested)
        {
            return ExitCodes.Ok;
        }
    }

    private static IConfigurationRoot ReadConfiguration(string[] args, string directory) => new ConfigurationBuilder()
        .SetBasePath(directory)
        .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build();
}
