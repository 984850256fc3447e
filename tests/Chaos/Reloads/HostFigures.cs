using System.Globalization;

namespace DrAivBot.Chaos.Reloads;

/// <summary>
/// What the host tells about its modules on its operator's page, read all the time: a look that is taken only while
/// modules change would slow just those moments.
/// </summary>
internal sealed class HostFigures(Uri page) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private volatile IReadOnlyDictionary<string, double> _latest = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Versions whose code has left memory.</summary>
    public long Unloaded => (long)Sum("draivbot_modules_unloaded_total");

    public long Leaked => (long)Sum("draivbot_modules_leaked_total");

    /// <summary>Assemblies of modules in memory.</summary>
    public long Assemblies => (long)Sum("draivbot_modules_assemblies");

    /// <summary>Whether a module is in a state, as of the last look.</summary>
    public bool Is(string module, string state) => _latest.Any(figure =>
        figure.Key.StartsWith("draivbot_module_state{", StringComparison.Ordinal)
        && figure.Key.Contains($"module=\"{module}\"", StringComparison.Ordinal)
        && figure.Key.Contains($"state=\"{state}\"", StringComparison.Ordinal));

    /// <summary>Looks until stopped.</summary>
    public async Task WatchAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                _latest = Read(await _client.GetStringAsync(page, stopping));
                await Task.Delay(Pace, TimeProvider.System, stopping);
            }
            catch (HttpRequestException)
            {
                // Not up yet.
                await Task.Delay(Pace, TimeProvider.System, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The end, or a slow look; the next one tells.
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static Dictionary<string, double> Read(string text)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.StartsWith("draivbot_module", StringComparison.Ordinal)))
        {
            var (name, value) = SplitLine(line);
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                figures[name] = number;
            }
        }

        return figures;
    }

    /// <summary>A name with labels, a value, perhaps a time.</summary>
    private static (string Name, string Value) SplitLine(string line)
    {
        var end = line.IndexOf('}', StringComparison.Ordinal) is >= 0 and var brace ? brace + 1 : line.IndexOf(' ', StringComparison.Ordinal);
        return (line[..end], line[end..].Trim().Split(' ')[0]);
    }

    private double Sum(string name) => _latest.Where(figure => figure.Key == name || figure.Key.StartsWith(name + "{", StringComparison.Ordinal)).Sum(figure => figure.Value);
}
