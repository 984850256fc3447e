namespace DrAivBot.Analysis.Results;

/// <summary>Everything of a report that is words. Numbers, zones, ranking and weak points are computed and are no part of it.</summary>
internal sealed record ReportTexts
{
    /// <summary>Who wrote it.</summary>
    public required ReportSource Source { get; init; }

    /// <summary>At most 900 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>Seven, by number.</summary>
    public required IReadOnlyList<DivisionWords> Divisions { get; init; }

    /// <summary>In the order of the computed weak points.</summary>
    public required IReadOnlyList<WeakPointWords> WeakPoints { get; init; }

    /// <summary>Days 1 to 30, 31 to 60 and 61 to 90.</summary>
    public required IReadOnlyList<PlanStage> Plan { get; init; }

    /// <summary>What the gaps in the data mean.</summary>
    public required string Gaps { get; init; }

    /// <summary>Null when it was not asked for.</summary>
    public SwotWords? Swot { get; init; }

    /// <summary>What the report is not, and who wrote its words.</summary>
    public required string Disclaimer { get; init; }
}

/// <summary>Who wrote the words of a report.</summary>
internal enum ReportSource
{
    /// <summary>The program, from templates.</summary>
    Template = 0,

    /// <summary>An assistant.</summary>
    Assistant = 1,
}

/// <summary>What is said of a division.</summary>
internal sealed record DivisionWords
{
    public required int Number { get; init; }

    /// <summary>1 to 3.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required string Risk { get; init; }

    /// <summary>1 to 3.</summary>
    public required IReadOnlyList<string> Recommendations { get; init; }
}

/// <summary>A finding and the questions it rests on.</summary>
internal sealed record Finding(string Text, IReadOnlyList<string> Questions);

/// <summary>What is said of a weak point.</summary>
internal sealed record WeakPointWords
{
    public required int Department { get; init; }

    public required string Missing { get; init; }

    public required string Cause { get; init; }

    public required string Consequence { get; init; }

    /// <summary>To be done within seven days.</summary>
    public required string FirstAction { get; init; }

    public required string Statistic { get; init; }
}

/// <summary>A third of the plan for 90 days.</summary>
internal sealed record PlanStage(int FirstDay, int LastDay, IReadOnlyList<PlanAction> Actions);

/// <summary>An action of the plan.</summary>
internal sealed record PlanAction
{
    public required string Action { get; init; }

    /// <summary>Number of the post that answers for it, 1 to 21.</summary>
    public required int Position { get; init; }

    /// <summary>Within its stage.</summary>
    public required int Day { get; init; }

    public required string Result { get; init; }

    public required string Statistic { get; init; }
}

/// <summary>Strengths, weaknesses, opportunities and threats, two to four each.</summary>
internal sealed record SwotWords(IReadOnlyList<Finding> Strengths, IReadOnlyList<Finding> Weaknesses, IReadOnlyList<Finding> Opportunities, IReadOnlyList<Finding> Threats);
