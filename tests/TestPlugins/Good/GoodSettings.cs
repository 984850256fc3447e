using System.Text.Json.Serialization;

namespace DrAivBot.TestPlugins.Good;

public sealed class GoodSettings
{
    public string Salutation { get; set; } = "Hello";

    public int Limit { get; set; } = 5;
}

public sealed class Visits
{
    public int Count { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoodSettings))]
[JsonSerializable(typeof(Visits))]
[JsonSerializable(typeof(IntroductionState))]
public sealed partial class GoodJson : JsonSerializerContext;
