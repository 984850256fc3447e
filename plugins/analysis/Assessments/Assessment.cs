using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Organisation;

namespace DrAivBot.Analysis.Assessments;

/// <summary>One analysis of a company.</summary>
internal sealed record Assessment
{
    public required Guid Id { get; init; }

    public required Variant Variant { get; init; }

    public required AssessmentState State { get; init; }

    public required CompanyProfile Profile { get; init; }

    /// <summary>The questions as they were when it began.</summary>
    public required QuestionSet Questions { get; init; }

    public required UserId StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Where an assessment stands.</summary>
internal enum AssessmentState
{
    /// <summary>It is being answered.</summary>
    Open = 0,

    /// <summary>It has its scores and does not change any more.</summary>
    Finished = 1,

    /// <summary>It was ended without a result.</summary>
    GivenUp = 2,
}
