using System.Text.Json.Serialization;
using DrAivBot.Planner.Digest;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>How dialog states, orders and the event of the weekly plan are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TaskState))]
[JsonSerializable(typeof(MarkState))]
[JsonSerializable(typeof(ReturnState))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(WeekClosed))]
[JsonSerializable(typeof(PlanRound))]
[JsonSerializable(typeof(PlanCall))]
[JsonSerializable(typeof(SheetOrder))]
[JsonSerializable(typeof(DigestRound))]
[JsonSerializable(typeof(DigestOrder))]
[JsonSerializable(typeof(WeekPictureOrder))]
internal sealed partial class WeeklyJson : JsonSerializerContext;
