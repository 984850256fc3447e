using DrAivBot.Host.CommandLine;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host;

/// <summary>The command line: checks the configuration, runs the host, and says in words and an exit code how it ended.</summary>
internal static class HostProgram
{
    private const string CheckOnly = "--check-config";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var directory = Directory.GetCurrentDirectory();
        IConfigurationRoot configuration;
        try
        {
            configuration = ReadConfiguration(Verbs.Claims(args) ? [] : [.. args.Where(arg => arg != CheckOnly)], directory);
        }
        catch (InvalidDataException unreadable)
        {
            await errors.WriteLineAsync($"{unreadable.Message} {unreadable.InnerException?.Message} Nothing was started; mend the file.");
            return ExitCodes.Configuration;
        }

        if (Verbs.Claims(args))
        {
            return await Verbs.RunAsync(args, new(configuration, directory), output, errors);
        }

        var (settings, problems) = SettingsCheck.Read(configuration, directory);
        var (plugins, pluginProblem) = await ReadPluginsAsync(settings.Host.PluginsFile);
        var all = problems.Select(problem => problem.ToString()).Concat(pluginProblem is null ? [] : [pluginProblem]).ToList();
        if (all.Count > 0)
        {
            await errors.WriteLineAsync($"The configuration has {all.Count} problem(s); nothing was started:\n" + string.Join('\n', all.Select(problem => "- " + problem)));
            return ExitCodes.Configuration;
        }

        if (args.Contains(CheckOnly))
        {
            await output.WriteLineAsync("The configuration is good.");
            return ExitCodes.Ok;
        }

        return await RunAsync(settings, plugins!, configuration, output, errors);
    }

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

    private static async Task<(PluginsFile? File, string? Problem)> ReadPluginsAsync(string path)
    {
        try
        {
            return (await PluginsFile.ReadAsync(path, CancellationToken.None), null);
        }
        catch (PluginsFileException wrong)
        {
            return (null, wrong.Message);
        }
    }
}
