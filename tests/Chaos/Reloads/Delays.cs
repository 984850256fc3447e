using System.Diagnostics;
using System.Globalization;

namespace DrAivBot.Chaos.Reloads;

/// <summary>How long people waited, from the moment they wrote to the answer, while modules changed and while not.</summary>
internal sealed class Delays
{
    /// <summary>Fewer than this say nothing about the slowest hundredth.</summary>
    private const int Enough = 200;

    private const double MostSlower = 2.0;

    private readonly List<(int Module, string When, double Median, double Slow, int Count, double? Ratio)> _rows = [];

    /// <param name="book">What was written and answered; what came before the first change is left out, the host was still warming up.</param>
    /// <param name="hand">What changed when.</param>
    public Delays(AnswerBook book, ModuleHand hand)
    {
        var from = hand.Changes.Count == 0 ? long.MaxValue : hand.Changes[0].From;
        var answered = book.ByUser.SelectMany(written => written)
            .Where(written => written.AnsweredAt > 0 && written.DueAt >= from && written.Update.Sequence > 0)
            .ToLookup(written => LoadedModules.Of(written.Update.User));
        for (var module = 0; module < LoadedModules.Count; module++)
        {
            var present = answered[module].Where(written => module != LoadedModules.Switched || !hand.Absences.Any(absence => absence.Overlaps(written))).ToList();
            var calm = Add(module, "calm", present.Where(written => !hand.Changes.Any(change => change.Overlaps(written))), null);
            foreach (var kind in Enum.GetValues<ChangeKind>())
            {
                var changes = hand.Changes.Where(change => change.Kind == kind).ToList();
                Add(module, kind.ToString().ToLowerInvariant(), present.Where(written => changes.Exists(change => change.Overlaps(written))), calm);
            }
        }
    }

    /// <summary>What broke, in words: the others while one is reloaded.</summary>
    public IReadOnlyList<string> Broken =>
    [
        .. _rows.Where(row => row.Module != LoadedModules.Changing && row.When == "reload" && row.Ratio > MostSlower)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"p99 of {LoadedModules.Ids[row.Module]} was {row.Ratio:0.00} times that of calm moments while another module was reloaded; {MostSlower} are allowed")),
    ];

    public IReadOnlyList<string> Summary =>
    [
        .. _rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"  {LoadedModules.Ids[row.Module],-14} {row.When,-7} p50 {row.Median,5:0.0} ms  p99 {row.Slow,6:0.0} ms{(row.Ratio is { } ratio ? $" = {ratio:0.00} x calm" : ""),-16} of {row.Count}")),
    ];

    private double? Add(int module, string when, IEnumerable<Written> written, double? calm)
    {
        var delays = written.Select(one => Stopwatch.GetElapsedTime(one.DueAt, one.AnsweredAt).TotalMilliseconds).Order().ToList();
        if (delays.Count < Enough)
        {
            return null;
        }

        var slow = delays[(int)(delays.Count * 0.99)];
        _rows.Add((module, when, delays[delays.Count / 2], slow, delays.Count, slow / calm));
        return slow;
    }
}
