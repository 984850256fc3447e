using System.Text.Json.Serialization;

namespace DrAivBot.Host.Live;

/// <summary>Source-generated JSON of what is written into plugins.json.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class PluginsFileJson : JsonSerializerContext;
