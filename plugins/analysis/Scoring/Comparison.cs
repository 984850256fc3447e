using DrAivBot.Analysis.Questionnaire;

namespace DrAivBot.Analysis.Scoring;

/// <summary>What changed between two full assessments. Express and full are never compared: they ask for different things.</summary>
internal sealed record Comparison
{
    public required Change Company { get; init; }

    /// <summary>By number.</summary>
    public required IReadOnlyList<Change> Divisions { get; init; }

    /// <summary>By number.</summary>
    public required IReadOnlyList<Change> Departments { get; init; }

    /// <summary>Null unless both are full.</summary>
    public static Comparison? Of(Scores before, Scores after) => before.Variant != Variant.Full || after.Variant != Variant.Full ? null : new()
    {
        Company = new(0, before.Company, after.Company),
        Divisions = [.. before.Divisions.Zip(after.Divisions).Select(pair => new Change(pair.First.Number, pair.First.Score, pair.Second.Score))],
        Departments = [.. before.Departments.Zip(after.Departments).Select(pair => new Change(pair.First.Number, pair.First.Score, pair.Second.Score))],
    };
}

/// <summary>A score before and after.</summary>
/// <param name="Number">Of the unit; 0 for the company.</param>
/// <param name="Before">Null when it had none.</param>
/// <param name="After">Null when it has none.</param>
internal sealed record Change(int Number, decimal? Before, decimal? After)
{
    /// <summary>Null unless there are both.</summary>
    public decimal? Points => After - Before;
}
