using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Analysis.Questionnaire;

/// <summary>How questionnaires and an operator's changes are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuestionnaireFile))]
[JsonSerializable(typeof(Dictionary<string, QuestionOverride>))]
internal sealed partial class QuestionnaireJson : JsonSerializerContext;

/// <summary>How an operator's file is read: an unknown name is a mistake, and comments are welcome.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(OverridesFile))]
internal sealed partial class OverridesJson : JsonSerializerContext;
