using System.Globalization;

namespace DrAivBot.Chaos.Reports;

/// <summary>What a process holds in memory, as Linux counts it.</summary>
internal static class HostMemory
{
    /// <summary>MiB now.</summary>
    public static double ReadNow(int process) => Read(process, "VmRSS:");

    /// <summary>The most MiB since the last <see cref="ForgetAsync"/>.</summary>
    public static double ReadPeak(int process) => Read(process, "VmHWM:");

    /// <summary>From now on the peak is counted anew.</summary>
    public static Task ForgetAsync(int process, CancellationToken cancellationToken) => File.WriteAllTextAsync(PathOf(process, "clear_refs"), "5", cancellationToken);

    private static double Read(int process, string name)
    {
        var line = File.ReadLines(PathOf(process, "status")).Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024.0;
    }

    private static string PathOf(int process, string file) => string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}");
}
