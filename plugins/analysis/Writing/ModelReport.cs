using DrAivBot.Analysis.Results;

namespace DrAivBot.Analysis.Writing;

/// <summary>What a model writes of a report: words and actions, and not one number that is computed.</summary>
internal sealed record ModelReport
{
    public required string Summary { get; init; }

    public required IReadOnlyList<DivisionWords> Divisions { get; init; }

    public required IReadOnlyList<WeakPointWords> WeakPoints { get; init; }

    public required IReadOnlyList<ModelStage> Plan { get; init; }
}

/// <summary>A third of the plan; which days it has is not the model's.</summary>
internal sealed record ModelStage(IReadOnlyList<PlanAction> Actions);
