namespace DrAivBot.Analysis.Results;

/// <summary>A report before it is made.</summary>
/// <param name="Content">With the words that were kept, else with those of a template.</param>
/// <param name="IsKept">Whether words were kept.</param>
/// <param name="TimeLeft">For its words, so that it comes in time; not above zero when there is none.</param>
internal sealed record ReportDraft(ReportContent Content, bool IsKept, TimeSpan TimeLeft);
