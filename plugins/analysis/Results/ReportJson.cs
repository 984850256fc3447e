using System.Text.Json.Serialization;

namespace DrAivBot.Analysis.Results;

/// <summary>How reports, their orders and the kept answers are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReportTexts))]
[JsonSerializable(typeof(ReportOrder))]
[JsonSerializable(typeof(KeptResponses))]
internal sealed partial class ReportJson : JsonSerializerContext;
