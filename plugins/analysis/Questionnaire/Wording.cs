using System.Globalization;
using System.Text.Json.Serialization;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>What the questionnaire says in each language.</summary>
internal sealed record Wording
{
    [JsonPropertyName("ru")]
    public required string Russian { get; init; }

    [JsonPropertyName("en")]
    public required string English { get; init; }

    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ru" ? Russian : English;
}
