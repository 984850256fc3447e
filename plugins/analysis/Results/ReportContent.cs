using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>All that a report is made of.</summary>
internal sealed record ReportContent
{
    public required AssessmentResult Result { get; init; }

    public required ReportTexts Texts { get; init; }

    /// <summary>In whose language and zone.</summary>
    public required IText Text { get; init; }

    public required string Company { get; init; }

    /// <summary>What departments are called in this company, by number.</summary>
    public required IReadOnlyDictionary<int, string> Departments { get; init; }

    /// <summary>What divisions are called, by number.</summary>
    public required IReadOnlyDictionary<int, string> Divisions { get; init; }

    /// <summary>Key of a text without values that says why an assistant wrote nothing; null for nothing to say.</summary>
    public string? NoticeKey { get; init; }

    public DateOnly Day => Text.DayOf(Result.Assessment.EndedAt ?? Result.Assessment.StartedAt);
}
