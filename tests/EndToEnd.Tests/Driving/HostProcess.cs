using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>The host as a process of its own, as an operator runs it: started, asked to stop, killed.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>What the host logs when it takes updates.</summary>
    public const string Ready = "The bot answers";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(45);
    private static readonly string[] OwnSections = ["Telegram__", "Database__", "Host__", "Operator__", "Redis__", "OpenAI__", "ASPNETCORE_", "DOTNET_URLS"];

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();

    private HostProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>Where its metrics and health are.</summary>
    public Uri OperatorPages => new(OperatorAddress().Match(Output).Value);

    /// <summary>Everything it printed so far, both streams.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a host and returns at once.</summary>
    public static HostProcess Launch(HostDirectory directory, IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        Assert.True(File.Exists(Repository.Host), $"{Repository.Host} is missing. Build the host first.");
        var start = new ProcessStartInfo("dotnet", [Repository.Host, .. arguments])
        {
            WorkingDirectory = directory.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key)
            .Where(name => OwnSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase))))
        {
            start.Environment.Remove(inherited);
        }

        // Several hosts run at the same time.
        start.Environment["Operator__Urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var host = new HostProcess(new Process { StartInfo = start });
        host._process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Starts a host and waits until it takes updates.</summary>
    public static async Task<HostProcess> StartAsync(HostDirectory directory, IEnumerable<(string Key, string Value)> settings)
    {
        var host = Launch(directory, settings);
        var isReady = false;
        try
        {
            await host.WaitForWordsAsync(Ready, StartLimit);
            isReady = true;
            return host;
        }
        finally
        {
            if (!isReady)
            {
                await host.DisposeAsync();
            }
        }
    }

    /// <summary>Runs a host that is to end by itself.</summary>
    public static async Task<(int Code, string Output)> RunAsync(
        HostDirectory directory, IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        await using var host = Launch(directory, settings, arguments);
        return (await host.WaitForExitAsync(StartLimit), host.Output);
    }

    public Task WaitForWordsAsync(string words, TimeSpan within) => Until.TrueAsync(
        () => Output.Contains(words, StringComparison.Ordinal)
            || (HasExited ? throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it said «{words}»:\n{Output}") : false),
        within,
        () => $"the host said «{words}». It said:\n{Output}");

    /// <summary>Waits for its end and gives the exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan within)
    {
        await Until.TrueAsync(() => _process.HasExited, within, () => $"the host ended. It said:\n{Output}");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>What Ctrl-C and a service manager do; gives the exit code and how long the end took.</summary>
    public async Task<(int Code, TimeSpan Took)> StopAsync(string signal = "TERM")
    {
        var began = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        var code = await WaitForExitAsync(TimeSpan.FromSeconds(40));
        return (code, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"(?<=Metrics and health are at )http://127\.0\.0\.1:\d+/", RegexOptions.None, 1000)]
    private static partial Regex OperatorAddress();

    private void Keep(string? line)
    {
        lock (_gate)
        {
            _output.Append(line).Append(line is null ? "" : "\n");
        }
    }
}
