using System.Text.Json.Serialization;
using DrAivBot.Analysis.Asking;
using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Ideas;
using DrAivBot.Analysis.Profile;
using DrAivBot.Organisation;

namespace DrAivBot.Analysis;

/// <summary>How the module's settings, dialog states, orders and rows are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnalysisSettings))]
[JsonSerializable(typeof(CompanyProfile))]
[JsonSerializable(typeof(ProfileState))]
[JsonSerializable(typeof(AnswerState))]
[JsonSerializable(typeof(CommentState))]
[JsonSerializable(typeof(AssignState))]
[JsonSerializable(typeof(IdeaState))]
[JsonSerializable(typeof(SilenceOrder))]
[JsonSerializable(typeof(PersonLeft))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
