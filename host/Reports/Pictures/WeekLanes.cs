using DrAivBot.Reports;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Puts what happens at the same time side by side.</summary>
internal static class WeekLanes
{
    /// <summary>More than this side by side cannot be read.</summary>
    public const int Most = 3;

    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);

    public static bool IsWithinDay(WeekPictureBlock block) => block.From >= TimeSpan.Zero && block.Until <= Midnight && block.Until > block.From;

    /// <summary>Gives every timed block a lane; those beyond the last are counted where they begin.</summary>
    /// <param name="blocks">Of one day.</param>
    /// <param name="shortest">As long as a block has to look so that its title can be read.</param>
    public static IReadOnlyList<LaneBlock> Place(IEnumerable<WeekPictureBlock> blocks, TimeSpan shortest)
    {
        var placed = new List<LaneBlock>();
        var ends = new List<TimeSpan>();
        var cluster = new List<LaneBlock>();
        var hidden = 0;
        var timed = blocks.Where(block => !block.IsWholeDay).Select(block => (Block: block, Span: Stretch(block, shortest)));
        foreach (var (block, (from, until)) in timed.OrderBy(entry => entry.Span.From).ThenByDescending(entry => entry.Span.Until))
        {
            if (ends.TrueForAll(end => end <= from))
            {
                Close();
            }

            var lane = ends.FindIndex(end => end <= from);
            if (lane < 0 && ends.Count == Most)
            {
                hidden++;
                continue;
            }

            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(until);
            }

            ends[lane] = until;
            cluster.Add(new() { Block = block, From = from, Until = until, Lane = lane });
        }

        Close();
        return placed;

        void Close()
        {
            placed.AddRange(cluster.Select((entry, index) => entry with { Lanes = ends.Count, HiddenBeside = index == cluster.Count - 1 ? hidden : 0, LastUntil = cluster.Max(other => other.Until) }));
            cluster.Clear();
            ends.Clear();
            hidden = 0;
        }
    }

    private static (TimeSpan From, TimeSpan Until) Stretch(WeekPictureBlock block, TimeSpan shortest)
    {
        var until = block.Until - block.From < shortest ? block.From + shortest : block.Until;
        return until > Midnight ? (Midnight - shortest, Midnight) : (block.From, until);
    }
}

/// <summary>A block with its place among those of its time.</summary>
internal sealed record LaneBlock
{
    public required WeekPictureBlock Block { get; init; }

    public required TimeSpan From { get; init; }

    public required TimeSpan Until { get; init; }

    public required int Lane { get; init; }

    public int Lanes { get; init; } = 1;

    /// <summary>How many there is no lane for; said once, at the last block of those at a time.</summary>
    public int HiddenBeside { get; init; }

    /// <summary>When all of those at a time are over.</summary>
    public TimeSpan LastUntil { get; init; }
}
