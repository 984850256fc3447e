using DrAivBot.Organisation;

namespace DrAivBot.Analysis.Assessments;

/// <summary>What somebody may do and see of an assessment.</summary>
internal sealed record Viewer
{
    public required UserId User { get; init; }

    /// <summary>Owner and executive director: they run it, and see and answer everything.</summary>
    public required bool Runs { get; init; }

    /// <summary>The divisions they were asked to answer for.</summary>
    public required IReadOnlyList<int> Assigned { get; init; }

    /// <summary>The departments they head, alone or with their division.</summary>
    public required IReadOnlyList<int> Headed { get; init; }

    /// <summary>The divisions they head.</summary>
    public required IReadOnlyList<int> HeadedDivisions { get; init; }

    public bool MayAnswer(int division) => Runs || Assigned.Contains(division);

    public bool SeesResults => Runs || Headed.Count > 0;

    public bool SeesDepartment(int number) => Runs || Headed.Contains(number);

    public bool SeesDivision(int number) => Runs || HeadedDivisions.Contains(number);
}
