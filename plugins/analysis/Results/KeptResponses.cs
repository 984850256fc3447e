using System.Text.Json;
using DrAivBot.Analysis.Profile;

namespace DrAivBot.Analysis.Results;

/// <summary>The answers of an assessment as they are kept in a file: without who gave them.</summary>
internal sealed record KeptResponses
{
    public required Guid Assessment { get; init; }

    public required string Variant { get; init; }

    /// <summary>Of the questionnaire.</summary>
    public required string Version { get; init; }

    /// <summary>What the operator had changed of the questions; null for nothing.</summary>
    public string? Overrides { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    public required CompanyProfile Profile { get; init; }

    public required IReadOnlyList<KeptAnswer> Answers { get; init; }

    public static ReadOnlyMemory<byte> Write(AssessmentResult result) => JsonSerializer.SerializeToUtf8Bytes(
        new()
        {
            Assessment = result.Assessment.Id,
            Variant = result.Assessment.Variant.ToString(),
            Version = result.Assessment.Questions.Version,
            Overrides = result.Assessment.Questions.Overrides?.Hash,
            FinishedAt = result.Assessment.EndedAt,
            Profile = result.Assessment.Profile,
            Answers =
            [
                .. result.Answers.OrderBy(answer => answer.Question, StringComparer.Ordinal)
                    .Select(answer => new KeptAnswer(answer.Question, answer.Kind.ToString(), answer.Value, answer.Comment)),
            ],
        },
        ReportJson.Default.KeptResponses);
}

/// <summary>An answer in the file.</summary>
internal sealed record KeptAnswer(string Question, string Kind, string? Value, string? Comment);
