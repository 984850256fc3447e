using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Results;

/// <summary>A finished assessment with everything that is computed of it.</summary>
internal sealed record AssessmentResult
{
    public required Assessment Assessment { get; init; }

    public required IReadOnlyList<GivenAnswer> Answers { get; init; }

    public required Scores Scores { get; init; }

    /// <summary>The full one before this full one; null when there is none.</summary>
    public Assessment? Previous { get; init; }

    /// <summary>Null without a previous one.</summary>
    public Comparison? Comparison { get; init; }
}
