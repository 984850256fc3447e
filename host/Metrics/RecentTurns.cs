using System.Collections.Concurrent;

namespace DrAivBot.Host.Metrics;

/// <summary>
/// Turns, errors and times of each module in the last hour. Sixty minutes of counters, each minute begun anew when it
/// comes round again; a note costs two or three increments and no allocation.
/// </summary>
internal sealed class RecentTurns(TimeProvider time)
{
    private const int Minutes = 60;
    private const int Buckets = 48;

    /// <summary>Between two buckets: 48 of them reach from a tenth of a millisecond to ten minutes.</summary>
    private const double Step = 1.4;

    private readonly ConcurrentDictionary<string, Minute[]> modules = new(StringComparer.Ordinal);

    /// <summary>Notes the end of a turn.</summary>
    public void Note(string module, TimeSpan took, bool isError)
    {
        var now = NowInMinutes();
        var minute = modules.GetOrAdd(module, static _ => [.. Enumerable.Range(0, Minutes).Select(_ => new Minute())])[now % Minutes];
        minute.Begin(now);
        Interlocked.Increment(ref minute.Counts[BucketOf(took)]);
        if (isError)
        {
            Interlocked.Increment(ref minute.Errors);
        }
    }

    /// <summary>The last hour of a module.</summary>
    public (long Turns, long Errors, TimeSpan? Median, TimeSpan? Slow) Read(string module)
    {
        if (!modules.TryGetValue(module, out var minutes))
        {
            return (0, 0, null, null);
        }

        var now = NowInMinutes();
        var recent = minutes.Where(minute => minute.Number > now - Minutes).ToList();
        var counts = new long[Buckets];
        foreach (var minute in recent)
        {
            for (var i = 0; i < Buckets; i++)
            {
                counts[i] += Volatile.Read(ref minute.Counts[i]);
            }
        }

        var all = counts.Sum();
        return (all, recent.Sum(minute => Volatile.Read(ref minute.Errors)), Quantile(counts, all, 0.5), Quantile(counts, all, 0.95));
    }

    private long NowInMinutes() => time.GetTimestamp() / (time.TimestampFrequency * 60);

    private static int BucketOf(TimeSpan took) =>
        Math.Clamp((int)Math.Ceiling(Math.Log(Math.Max(took.TotalMilliseconds, 0.1) / 0.1, Step)), 0, Buckets - 1);

    private static TimeSpan? Quantile(long[] counts, long all, double share)
    {
        var left = (long)Math.Ceiling(all * share);
        for (var i = 0; i < counts.Length && all > 0; i++)
        {
            left -= counts[i];
            if (left <= 0)
            {
                return TimeSpan.FromMilliseconds(0.1 * Math.Pow(Step, i));
            }
        }

        return null;
    }

    private sealed class Minute
    {
        public readonly long[] Counts = new long[Buckets];
        public long Errors;
        private long number = -1;

        public long Number => Interlocked.Read(ref number);

        public void Begin(long now)
        {
            var old = Number;
            if (old != now && Interlocked.CompareExchange(ref number, now, old) == old)
            {
                Array.Clear(Counts);
                Interlocked.Exchange(ref Errors, 0);
            }
        }
    }
}
