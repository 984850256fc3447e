using System.Text.Json.Serialization;

namespace DrAivBot.TestPlugins.BadSettings;

public sealed class BadSettingsModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "bad_settings", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) => module.GetSettings(SettingsJson.Default.Settings);
}

public sealed class Settings
{
    public int DailyLimit { get; set; } = 3;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Settings))]
public sealed partial class SettingsJson : JsonSerializerContext;
