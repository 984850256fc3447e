using System.Text.Json.Serialization;

namespace DrAivBot.Wishes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WishesSettings))]
[JsonSerializable(typeof(WishDraft))]
[JsonSerializable(typeof(WishFilter))]
internal sealed partial class WishesJson : JsonSerializerContext;
