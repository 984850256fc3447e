using System.Diagnostics;
using System.Globalization;
using DrAivBot.Chaos.Reloads;

namespace DrAivBot.Chaos.Reports;

/// <summary>Compares what became of the reports, and of those who wrote meanwhile, with what was promised.</summary>
internal sealed class ReportVerdict(ReportOptions options, ReportBook book, ReportFindings findings, ReportFigures figures)
{
    private const int Shown = 10;
    private const double MostSlower = 2.0;

    /// <summary>Delays below this are nobody's: what a moment of another program on the machine costs.</summary>
    private const double Noise = 2;

    /// <summary>Of the company with many, before half of the others have theirs: those that began before anybody else finished, and one for each round through the companies.</summary>
    private const int MostBefore = 36;

    private readonly Delay _calm = Delay.Of(book.Written.Where(written => written.DueAt >= figures.CalmFrom && written.DueAt < figures.From));
    private readonly Delay _during = Delay.Of(book.Written.Where(written => written.DueAt >= figures.From && written.DueAt < figures.Until));

    private readonly Delay _finishing = Delay.Of(book.Written.Where(written => written.DueAt >= figures.From && written.DueAt < figures.Finished));
    private readonly Delay _making = Delay.Of(book.Written.Where(written => written.DueAt >= figures.Finished && written.DueAt < figures.Until));

    public IReadOnlyList<string> Summary =>
    [
        Format($"reports made {findings.Made.Count} in {Stopwatch.GetElapsedTime(figures.From, figures.Until).TotalSeconds:0} s; arrived {book.Arrived}, charges counted {findings.Charged}"),
        .. findings.Made.GroupBy(one => (one.IsOfMany, one.IsAgreed, one.IsAssisted)).OrderBy(group => group.Key).Select(Describe),
        Format($"of the company with many, before half of the others had theirs: {BeforeHalf} of {options.Many}"),
        Format($"from writing to the answer: before {_calm}; meanwhile {_during}"),
        Format($"  while they finish {_finishing}; then, while reports are made {_making}"),
        "the slowest of them: " + string.Join(", ", Slowest),
        Format($"memory of the host: before {figures.MemoryBefore:0} MiB, at most {figures.MemoryPeak:0} MiB, after {figures.MemoryAfter:0} MiB"),
        "sent: " + string.Join(", ", book.Sent.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => Format($"{kind.Key} {kind.Value}"))),
    ];

    public IReadOnlyList<string> Broken =>
    [
        .. If(findings.Made.Count != options.Reports, $"{findings.Made.Count} reports were made of {options.Reports}"),
        .. If(findings.Notices != options.Reports, $"{findings.Notices} notifications were made of {options.Reports} reports"),
        .. If(Missing > 0, $"{Missing} people did not get their workbook and pictures"),
        .. If(Twice > 0, $"{Twice} people got a report twice"),
        .. If(findings.JobsLeft > 0 || findings.Dead > 0 || findings.SetAside > 0, $"{findings.JobsLeft} reports wait still, {findings.Dead} jobs failed for good, {findings.SetAside} messages or updates were set aside"),
        .. If(findings.Charged != findings.Made.Count(one => one.IsAssisted), $"{findings.Charged} charges were counted"),
        .. If(book.Written.Any(written => written.Answers != 1), $"{book.Written.Count(written => written.Answers != 1)} texts were not answered once"),
        .. If(BeforeHalf > MostBefore, $"{BeforeHalf} reports of one company came before half of the others had their first; {MostBefore} may"),
        .. If(figures.MemoryPeak > options.Memory, $"the host took {figures.MemoryPeak:0} MiB; {options.Memory} are allowed"),
        .. If(options.JudgesDelay && _during.Slow > (MostSlower * _calm.Slow) + Noise, $"p99 of others was {_during.Slow:0.0} ms while reports were made and {_calm.Slow:0.0} ms before; {MostSlower} times and {Noise} ms are allowed"),
    ];

    /// <summary>The slowest texts while reports were made, and when.</summary>
    private IEnumerable<string> Slowest => book.Written.Where(one => one.DueAt >= figures.From && one.DueAt < figures.Until)
        .OrderByDescending(one => one.AnsweredAt - one.DueAt)
        .Take(Shown)
        .OrderBy(one => one.DueAt)
        .Select(one => Format($"{Stopwatch.GetElapsedTime(one.DueAt, one.AnsweredAt).TotalMilliseconds:0} ms after {Stopwatch.GetElapsedTime(figures.From, one.DueAt).TotalSeconds:0.0} s"));

    private int Missing => Enumerable.Range(0, options.Everybody).Count(user => book.Workbooks[user] < ReportsOf(user) || book.Albums[user] < ReportsOf(user));

    private int Twice => Enumerable.Range(0, options.Everybody).Count(user => book.Workbooks[user] > ReportsOf(user) || book.Albums[user] > ReportsOf(user));

    private int BeforeHalf { get; } = CountBeforeHalf([.. findings.Made.Skip(ReportOptions.Early)], options.Companies / 2);

    private static string[] If(bool isBroken, FormattableString words) => isBroken ? [Format(words)] : [];

    private static string Format(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static int CountBeforeHalf(IReadOnlyList<MadeReport> made, int half)
    {
        var (others, ofMany) = (0, 0);
        for (var i = 0; i < made.Count && others < half; i++)
        {
            (others, ofMany) = made[i].IsOfMany ? (others, ofMany + 1) : (others + 1, ofMany);
        }

        return ofMany;
    }

    private static string Describe(IEnumerable<MadeReport> group)
    {
        var (first, after) = (group.First(), group.Select(one => one.After.TotalSeconds).Order().ToList());
        var whose = first.IsOfMany ? "of the company with many" : first.IsAgreed ? "of companies that agreed to the assistant" : "of companies without the assistant";
        return Format($"  {after.Count,5} {whose}, written by {(first.IsAssisted ? "the assistant" : "a template")}: median {after[after.Count / 2]:0} s after the end, latest {after[^1]:0} s");
    }

    private int ReportsOf(int user) => user < options.People ? 0 : user == options.Everybody - 1 ? options.Many : 1;

    private sealed record Delay(int Count, double Median, double Slow, double Slowest)
    {
        public static Delay Of(IEnumerable<Written> written)
        {
            var delays = written.Where(one => one.Answers > 0).Select(one => Stopwatch.GetElapsedTime(one.DueAt, one.AnsweredAt).TotalMilliseconds).Order().ToList();
            return delays.Count == 0 ? new(0, 0, 0, 0) : new(delays.Count, delays[delays.Count / 2], delays[(int)(delays.Count * 0.99)], delays[^1]);
        }

        public override string ToString() => Format($"p50 {Median:0.0} ms, p99 {Slow:0.0} ms, slowest {Slowest:0} ms of {Count}");
    }
}

/// <summary>Moments of a run, in ticks of the stopwatch, and what the host held in memory.</summary>
internal sealed record ReportFigures
{
    public required long CalmFrom { get; init; }

    /// <summary>When the first company finished.</summary>
    public required long From { get; init; }

    /// <summary>When the last company finished.</summary>
    public required long Finished { get; init; }

    /// <summary>When the last report was made.</summary>
    public required long Until { get; init; }

    /// <summary>MiB.</summary>
    public required double MemoryBefore { get; init; }

    public required double MemoryPeak { get; init; }

    public required double MemoryAfter { get; init; }
}
