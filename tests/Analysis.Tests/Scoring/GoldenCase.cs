using System.Text.Json;
using System.Text.Json.Nodes;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Tests.Scoring;

/// <summary>One of the sets of answers whose scores are given.</summary>
internal sealed record GoldenCase(string Name, Variant Variant, IReadOnlyList<GivenAnswer> Answers, JsonObject Expected)
{
    public static IReadOnlyList<GoldenCase> All { get; } = Read();

    private static IReadOnlyList<GoldenCase> Read()
    {
#pragma warning disable MA0045 // An embedded resource is memory: there is nothing to wait for.
        using var stream = typeof(GoldenCase).Assembly.GetManifestResourceStream("scoring_golden.json")!;
        return [.. JsonNode.Parse(stream)!["cases"]!.AsArray().Select(one => new GoldenCase(
            one!["name"]!.GetValue<string>(),
            Enum.Parse<Variant>(one["variant"]!.GetValue<string>(), ignoreCase: true),
            [.. one["answers"]!.AsObject().Select(answer => AnswerOf(answer.Key, answer.Value!))],
            one["expected"]!.AsObject()))];
#pragma warning restore MA0045
    }

    private static GivenAnswer AnswerOf(string question, JsonNode value) =>
        (value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()) switch
        {
            "dont_know" => new() { Question = question, Kind = AnswerKind.Unknown },
            "not_applicable" => new() { Question = question, Kind = AnswerKind.NotApplicable },
            "skipped" => new() { Question = question, Kind = AnswerKind.Skipped },
            var text => new() { Question = question, Kind = AnswerKind.Value, Value = text },
        };
}
