using System.Text.Json;
using System.Text.Json.Serialization;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Live;

/// <summary>How modules are told to scripts: states as in the metrics, lengths of time in seconds.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(StateAsText), typeof(TimeInSeconds)])]
[JsonSerializable(typeof(ModuleList))]
[JsonSerializable(typeof(ModuleAnswer))]
[JsonSerializable(typeof(ModuleOutcome))]
internal sealed partial class ModuleJson : JsonSerializerContext;

/// <summary>For example <c>active</c>.</summary>
internal sealed class StateAsText() : JsonStringEnumConverter<ModuleState>(JsonNamingPolicy.SnakeCaseLower);

/// <summary>For example <c>0.0123</c>.</summary>
internal sealed class TimeInSeconds : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TimeSpan.FromSeconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalSeconds);
}
