namespace DrAivBot.Analysis.Profile;

/// <summary>What a company says of itself before it is asked: nine fields.</summary>
internal sealed record CompanyProfile
{
    /// <summary>One of <see cref="Questionnaire.Industries"/>.</summary>
    public string Industry { get; init; } = "";

    /// <summary>In the company's words, when it is another industry.</summary>
    public string? IndustryText { get; init; }

    /// <summary>One of <see cref="BusinessModels"/>.</summary>
    public string Model { get; init; } = "";

    public string Product { get; init; } = "";

    public int Employees { get; init; }

    public decimal? AgeYears { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    public decimal? MonthlyRevenue { get; init; }

    public decimal? MonthlyCosts { get; init; }

    /// <summary>For 12 months.</summary>
    public string Goal { get; init; } = "";
}
