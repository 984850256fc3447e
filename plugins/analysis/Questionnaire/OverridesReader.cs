using System.Text.Json;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>Reads and checks an operator's file of changes: every mistake is a sentence with key and cure.</summary>
internal static class OverridesReader
{
    private const int ShortestText = 5;
    private const int LongestText = 300;
    private const int BestScore = 4;

    /// <exception cref="InvalidOperationException">The file is wrong.</exception>
    public static OverridesFile Read(string path, QuestionnaireFile questionnaire)
    {
        var file = Parse(path);
        Check(path, "all", file.All, questionnaire);
        foreach (var (industry, changes) in file.Industries)
        {
            if (!Industries.All.Contains(industry))
            {
                throw Wrong(path, $"industries.{industry}", "is no industry", $"Use one of: {string.Join(", ", Industries.All)}");
            }

            Check(path, $"industries.{industry}", changes, questionnaire);
        }

        return file;
    }

    private static OverridesFile Parse(string path)
    {
        try
        {
#pragma warning disable MA0045 // A file of some kilobytes, read once while the module is loaded, which cannot wait asynchronously.
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, OverridesJson.Default.OverridesFile) ?? new();
#pragma warning restore MA0045
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException(
                $"The questions' changes in {path} are no JSON of the expected form at {exception.Path ?? "its beginning"} (line {exception.LineNumber + 1}). Correct that place, or take \"overrides\" out of the module's settings.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidOperationException(
                $"The questions' changes in {path} cannot be read: {exception.Message} Correct \"overrides\" in the module's settings, or take it out.", exception);
        }
    }

    private static void Check(string path, string section, Dictionary<string, QuestionOverride> changes, QuestionnaireFile questionnaire)
    {
        foreach (var (id, change) in changes)
        {
            var key = $"{section}.{id}";
            if (questionnaire.Questions.FirstOrDefault(known => known.Id == id) is not { } question)
            {
                throw Wrong(path, key, $"is no question of version {questionnaire.SchemaVersion}", "Use an id from D01Q1 to D21Q7");
            }

            CheckText(path, key + ".ru", change.Russian);
            CheckText(path, key + ".en", change.English);
            if (change.Bands is { } bands)
            {
                CheckBands(path, key + ".bands", question, bands);
            }
        }
    }

    private static void CheckText(string path, string key, string? text)
    {
        if (text is not null && text.Trim().Length is < ShortestText or > LongestText)
        {
            throw Wrong(path, key, $"has {text.Trim().Length} characters", $"Write {ShortestText} to {LongestText}");
        }
    }

    private static void CheckBands(string path, string key, Question question, IReadOnlyList<Band> bands)
    {
        if (question.Type != QuestionType.Number)
        {
            throw Wrong(path, key, "belongs to a question that is not answered by a number", "Take it out");
        }

        if (bands.Count == 0 || bands[^1].To is not null || bands.SkipLast(1).Any(band => band.To is null))
        {
            throw Wrong(path, key, "does not end with the one band that has no end", "Write \"to\": null in the last band and a number in all others");
        }

        if (bands.Zip(bands.Skip(1)).Any(pair => pair.Second.To <= pair.First.To))
        {
            throw Wrong(path, key, "does not rise", "Sort the bands by \"to\", the smallest first");
        }

        if (bands.Any(band => band.Score is < 0 or > BestScore))
        {
            throw Wrong(path, key, "has a score outside of 0 to 4", "Use whole numbers from 0, the worst, to 4, the best");
        }
    }

    private static InvalidOperationException Wrong(string path, string key, string what, string cure) =>
        new($"The questions' changes in {path}: {key} {what}. {cure}.");
}
