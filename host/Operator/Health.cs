using DrAivBot.Host.Metrics;

namespace DrAivBot.Host.Operator;

/// <summary>Whether the process lives: it answers at all, and its loops go round.</summary>
internal sealed class Health(HostCondition condition)
{
    /// <summary>A loop waits for the database as long as a statement may take, twice over when the connection hangs.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(2);

    public IReadOnlyList<Check> Look() => condition.Beats.OrderBy(beat => beat.Loop, StringComparer.Ordinal).Select(beat => new Check(
        beat.Loop,
        beat.Ago < LongestRound,
        beat.Ago < LongestRound
            ? "goes round"
            : $"has not gone round for {beat.Ago.TotalSeconds:0} s. It hangs: restart the host; what waits is stored.")).Prepend(
        new("process", true, "answers")).ToList();
}
