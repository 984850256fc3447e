using System.Globalization;

namespace DrAivBot.Rig;

/// <summary>CPU seconds and memory of a process and its descendants, and of the whole machine, from /proc.</summary>
internal static class ProcessTree
{
    private const double TicksPerSecond = 100; // USER_HZ on Linux

    public readonly record struct Machine(double Work, double SoftIrq, double Steal, double Idle, double IoWait);

    public static double CpuSeconds(int root)
    {
        double total = 0;
        foreach (int pid in WithDescendants(root))
        {
            if (Stat(pid) is not { } f)
            {
                continue;
            }

            total += f[11] + f[12];                       // utime + stime
            if (pid == root)
            {
                total += f[13] + f[14];      // children that ended and were reaped
            }
        }
        return total / TicksPerSecond;
    }

    public static double MemoryMiB(int root, string field)
    {
        double kb = 0;
        foreach (int pid in WithDescendants(root))
        {
            try
            {
                foreach (var line in File.ReadLines($"/proc/{pid}/status"))
                {
                    if (line.StartsWith(field, StringComparison.Ordinal))
                    {
                        kb += double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
                    }
                }
            }
            catch (IOException) { }
        }
        return kb / 1024;
    }

    public static Machine MachineCpu()
    {
        var f = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(x => double.Parse(x, CultureInfo.InvariantCulture) / TicksPerSecond).ToArray();
        return new Machine(f[0] + f[1] + f[2], f[5] + f[6], f[7], f[3], f[4]);
    }

    private static List<int> WithDescendants(int root)
    {
        var parents = new List<(int Pid, int Parent)>();
        foreach (var dir in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(dir), out int pid) && Stat(pid) is { } f)
            {
                parents.Add((pid, (int)f[1]));
            }
        }

        var found = new List<int> { root };
        for (int i = 0; i < found.Count; i++)
        {
            found.AddRange(parents.Where(p => p.Parent == found[i]).Select(p => p.Pid));
        }

        return found;
    }

    // Fields after "pid (comm) S": index 1 is the parent pid, 11.. are utime, stime, cutime, cstime.
    private static double[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return [.. fields.Take(15).Select((x, i) => i == 0 ? 0 : double.Parse(x, CultureInfo.InvariantCulture))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }
}
