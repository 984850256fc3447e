using System.Text.Json.Serialization;

namespace DrAivBot.Wishes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WishesSettings))]
[JsonSerializable(typeof(WishDraft))]
[JsonSerializable(typeof(MeetingDraft))]
[JsonSerializable(typeof(WishFilter))]
[JsonSerializable(typeof(FulfilledWish))]
[JsonSerializable(typeof(WeeklyTidying))]
[JsonSerializable(typeof(WishGranted))]
[JsonSerializable(typeof(DivisionClosed))]
internal sealed partial class WishesJson : JsonSerializerContext;
