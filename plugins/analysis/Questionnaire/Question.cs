using System.Globalization;
using System.Text.Json.Serialization;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>One question, as its file has it.</summary>
internal sealed record Question
{
    public required string Id { get; init; }

    public required int Division { get; init; }

    public required int Department { get; init; }

    /// <summary>1 to 7 within its department.</summary>
    public required int Order { get; init; }

    public required string Aspect { get; init; }

    [JsonPropertyName("ru")]
    public required string Russian { get; init; }

    [JsonPropertyName("en")]
    public required string English { get; init; }

    public required QuestionType Type { get; init; }

    /// <summary>Which labels the five answers of a scale have.</summary>
    public string? Scale { get; init; }

    /// <summary>What a number counts.</summary>
    public string? Unit { get; init; }

    public decimal Min { get; init; }

    public decimal Max { get; init; }

    public int Decimals { get; init; }

    /// <summary>What numbers are worth, from the smallest; the last has no end.</summary>
    public IReadOnlyList<Band> Bands { get => field ?? []; init; }

    public int MaxLength { get; init; }

    /// <summary>0 for what is only read.</summary>
    public required int Weight { get; init; }

    /// <summary>Whether it is one of the 21 of the short variant.</summary>
    public bool Express { get; init; }

    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ru" ? Russian : English;
}

/// <summary>Numbers up to one are worth so much.</summary>
/// <param name="To">The last number of the band; null for all that is left.</param>
/// <param name="Score">0 to 4.</param>
internal sealed record Band(decimal? To, int Score);

/// <summary>How a question is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionType>))]
internal enum QuestionType
{
    [JsonStringEnumMemberName("yes_no_partly")]
    YesNoPartly = 0,

    [JsonStringEnumMemberName("scale_0_4")]
    Scale = 1,

    [JsonStringEnumMemberName("number")]
    Number = 2,

    [JsonStringEnumMemberName("text")]
    Text = 3,
}
