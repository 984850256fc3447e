using System.Text.Json.Serialization;
using DrAivBot.Analysis.Plans;
using DrAivBot.Analysis.Writing;

namespace DrAivBot.Analysis.Results;

/// <summary>How reports, their orders and the kept answers are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReportTexts))]
[JsonSerializable(typeof(ModelReport))]
[JsonSerializable(typeof(ReportOrder))]
[JsonSerializable(typeof(KeptResponses))]
[JsonSerializable(typeof(PlanRequested))]
internal sealed partial class ReportJson : JsonSerializerContext;
