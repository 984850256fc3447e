namespace DrAivBot.Analysis.Scoring;

/// <summary>What was answered to a question.</summary>
internal sealed record GivenAnswer
{
    /// <summary>Id of the question.</summary>
    public required string Question { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>As the questionnaire writes it: <c>yes</c>, <c>3</c>, <c>1500.5</c>, a text; null unless it is a value.</summary>
    public string? Value { get; init; }

    public string? Comment { get; init; }
}

/// <summary>In which way a question is answered.</summary>
internal enum AnswerKind
{
    /// <summary>With an answer of the question itself.</summary>
    Value = 0,

    /// <summary>«I don't know»: worth nothing, and a gap in the data.</summary>
    Unknown = 1,

    /// <summary>Left out of the reckoning.</summary>
    NotApplicable = 2,

    /// <summary>Passed over for now: as if it had not been asked.</summary>
    Skipped = 3,

    /// <summary>Only a comment so far.</summary>
    Open = 4,
}
