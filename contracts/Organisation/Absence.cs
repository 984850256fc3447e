namespace DrAivBot.Organisation;

/// <summary>Days on which a member is away. Inside them, and only there, the deputy acts for every position the member holds.</summary>
public sealed record Absence
{
    /// <summary>Identifies it.</summary>
    public required AbsenceId Id { get; init; }

    /// <summary>Who is away.</summary>
    public required Holder Person { get; init; }

    /// <summary>First day, in the company's zone.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, in the company's zone.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Who stands in for all their positions; null when nobody was named: then each position's own deputy does, if it has one.</summary>
    public Holder? Deputy { get; init; }
}

/// <summary>An absence to be noted.</summary>
public sealed record NewAbsence
{
    /// <summary>Longest absence in days.</summary>
    public const int MaxDays = 1100;

    /// <summary>Who will be away.</summary>
    public required UserId Person { get; init; }

    /// <summary>First day, in the company's zone.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day: not before the first, not in the past, at most <see cref="MaxDays"/> days in all.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Who stands in for them; null, the default, for nobody in particular.</summary>
    public UserId? Deputy { get; init; }
}

/// <summary>A member who stands in for the holder of one position while that one is absent, unless the absence names another.</summary>
public sealed record PositionDeputy
{
    /// <summary>Identifies it.</summary>
    public required DeputyId Id { get; init; }

    /// <summary>The member.</summary>
    public required Holder Person { get; init; }

    /// <summary>First day, in the company's zone.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day; null until further notice.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>What became of an act on absences or deputies.</summary>
public sealed record AbsenceResult
{
    /// <summary>What became of it.</summary>
    public required AbsenceOutcome Outcome { get; init; }

    /// <summary>The absence noted or ended; for <see cref="AbsenceOutcome.Overlaps"/> and <see cref="AbsenceOutcome.DeputyIsAbsent"/> the one in the way.</summary>
    public Absence? Absence { get; init; }

    /// <summary>Whether it is done.</summary>
    public bool IsDone => Outcome == AbsenceOutcome.Done;
}

/// <summary>What became of an act on absences or deputies. New ones may come: word the unknown as a refusal.</summary>
public enum AbsenceOutcome
{
    /// <summary>It is done, and in the company's audit.</summary>
    Done = 0,

    /// <summary>The company of the work has no such person, position, absence or deputy.</summary>
    NotFound = 1,

    /// <summary>The acting person may not. In the audit.</summary>
    Forbidden = 2,

    /// <summary>It ends before it begins, is over already or is longer than allowed.</summary>
    BadDates = 3,

    /// <summary>The person is away on some of these days already.</summary>
    Overlaps = 4,

    /// <summary>The deputy is no active member, or the very person who is away.</summary>
    BadDeputy = 5,

    /// <summary>The deputy is away on some of these days.</summary>
    DeputyIsAbsent = 6,
}
