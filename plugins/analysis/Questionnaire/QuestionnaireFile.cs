using System.Text.Json.Serialization;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>What the program reads of a questionnaire's file; the rest of the file is for people.</summary>
internal sealed record QuestionnaireFile
{
    public required string SchemaVersion { get; init; }

    public required Wording Title { get; init; }

    public required IReadOnlyList<AspectEntry> Aspects { get; init; }

    public required IReadOnlyDictionary<string, ScaleEntry> Scales { get; init; }

    public required IReadOnlyDictionary<string, Wording> NumberUnits { get; init; }

    public required AnswerTypesEntry AnswerTypes { get; init; }

    public required ScoringEntry Scoring { get; init; }

    public required IReadOnlyList<DivisionEntry> Divisions { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }
}

/// <summary>What the file names in both languages, beside what else it says of it.</summary>
internal abstract record NamedEntry
{
    [JsonPropertyName("ru")]
    public required string Russian { get; init; }

    [JsonPropertyName("en")]
    public required string English { get; init; }

    [JsonIgnore]
    public Wording Name => new() { Russian = Russian, English = English };
}

/// <summary>One of the seven sides that every department is looked at from.</summary>
internal sealed record AspectEntry : NamedEntry
{
    public required string Key { get; init; }

    public required int Weight { get; init; }
}

/// <summary>Labels of the five answers, from the worst.</summary>
internal sealed record ScaleEntry
{
    [JsonPropertyName("ru")]
    public required IReadOnlyList<string> Russian { get; init; }

    [JsonPropertyName("en")]
    public required IReadOnlyList<string> English { get; init; }
}

/// <summary>Answers that are the same for many questions.</summary>
internal sealed record AnswerTypesEntry
{
    public required ButtonsEntry YesNoPartly { get; init; }
}

/// <summary>Answers by button.</summary>
internal sealed record ButtonsEntry
{
    public required IReadOnlyList<ButtonEntry> Buttons { get; init; }
}

/// <summary>An answer by button, and what it is worth from 0 to 1.</summary>
internal sealed record ButtonEntry : NamedEntry
{
    public required string Value { get; init; }

    public required decimal Score { get; init; }
}

/// <summary>The numbers of scoring; the rules themselves are code.</summary>
internal sealed record ScoringEntry
{
    public required MinimumCoverage MinimumCoverage { get; init; }

    public required IReadOnlyList<Zone> Zones { get; init; }
}

/// <summary>How much must be answered, in per cent of the weights.</summary>
internal sealed record MinimumCoverage
{
    public required int Department { get; init; }

    public required int CompanyReport { get; init; }
}

/// <summary>A range of scores from a smallest one.</summary>
internal sealed record Zone : NamedEntry
{
    public required int Min { get; init; }
}

/// <summary>A division and its three departments.</summary>
internal sealed record DivisionEntry : NamedEntry
{
    public required int Number { get; init; }

    public required IReadOnlyList<DepartmentEntry> Departments { get; init; }
}

/// <summary>A department.</summary>
internal sealed record DepartmentEntry : NamedEntry
{
    public required int Number { get; init; }
}
