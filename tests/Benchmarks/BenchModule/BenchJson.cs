using System.Text.Json.Serialization;
using DrAivBot.Bench.Goals;

namespace DrAivBot.Bench;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Work))]
[JsonSerializable(typeof(TitleState))]
[JsonSerializable(typeof(DueState))]
[JsonSerializable(typeof(EventPayload))]
[JsonSerializable(typeof(BenchSettings))]
internal sealed partial class BenchJson : JsonSerializerContext;
