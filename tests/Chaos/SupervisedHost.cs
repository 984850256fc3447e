using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DrAivBot.Chaos;

/// <summary>One host as a service manager runs it: a process that is started again at once, however it ended.</summary>
internal sealed class SupervisedHost(int number, string directory, IReadOnlyList<(string Key, string Value)> settings)
{
    private const int Killed = 128 + 9;
    private static readonly string[] OwnSections = ["Telegram__", "Database__", "Host__", "Redis__", "Operator__", "OpenAI__", "ASPNETCORE_", "DOTNET_"];

    private readonly Lock _gate = new();
    private Process? _process;
    private bool _isKilled;

    public int Number => number;

    /// <summary>Where its updates are posted; changes when the port was taken while it was away.</summary>
    public int Port { get; private set; } = FreePort();

    /// <summary>Whether it has told the Bot API server its address since its last start.</summary>
    public bool IsReady { get; set; }

    public int Starts { get; private set; }

    /// <summary>Of its last start.</summary>
    public int ProcessId { get; private set; }

    /// <summary>How often it ended without being killed by the run, by exit code.</summary>
    public ConcurrentDictionary<int, int> OwnEnds { get; } = new();

    public string Log { get; } = Path.Combine(directory, $"host-{number}.log");

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            using var process = Start();
            try
            {
                await process.WaitForExitAsync(stopping);
                Note(process.ExitCode);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>kill -9; false when it was not running.</summary>
    public bool Kill()
    {
        lock (_gate)
        {
            if (_process is null or { HasExited: true })
            {
                return false;
            }

            (_isKilled, IsReady) = (true, false);
            _process.Kill();
            return true;
        }
    }

    /// <summary>A port nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Start()
    {
        var home = Path.Combine(directory, $"host-{number}");
        Directory.CreateDirectory(home);
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", Log, "dotnet", BuiltFiles.Host])
        {
            WorkingDirectory = home,
            UseShellExecute = false,
        };
        foreach (var inherited in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key)
            .Where(name => OwnSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase))))
        {
            start.Environment.Remove(inherited);
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");
        foreach (var (key, value) in settings.Append(("ASPNETCORE_URLS", address)).Append(("Telegram__WebhookUrl", address)))
        {
            start.Environment[key] = value;
        }

        lock (_gate)
        {
            Starts++;
            (_isKilled, IsReady) = (false, false);
            _process = Process.Start(start)!;
            ProcessId = _process.Id;
            return _process;
        }
    }

    private void Note(int exitCode)
    {
        lock (_gate)
        {
            _process = null;
            if (_isKilled && exitCode == Killed)
            {
                return;
            }

            // It may be the port, which somebody took while this host was away.
            (IsReady, Port) = (false, IsReady ? Port : FreePort());
            OwnEnds.AddOrUpdate(exitCode, 1, (_, count) => count + 1);
        }
    }
}
