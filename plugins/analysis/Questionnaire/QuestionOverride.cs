using System.Text.Json.Serialization;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>What is different about a question; null stays as it is.</summary>
internal sealed record QuestionOverride
{
    [JsonPropertyName("ru")]
    public string? Russian { get; init; }

    [JsonPropertyName("en")]
    public string? English { get; init; }

    public IReadOnlyList<Band>? Bands { get; init; }
}

/// <summary>An operator's file: changes for every industry, and for single ones, which go before.</summary>
internal sealed record OverridesFile
{
    public Dictionary<string, QuestionOverride> All { get; set; } = [];

    public Dictionary<string, Dictionary<string, QuestionOverride>> Industries { get; set; } = [];
}
