using System.Text.Json.Serialization;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.CommandLine;

/// <summary>What the host would start with, and everything wrong with it.</summary>
internal sealed record ConfigurationCheck(HostSettings Settings, PluginsFile? Plugins, IReadOnlyList<string> Problems)
{
    /// <summary>In words, for the operator.</summary>
    public string Words => Problems.Count == 0
        ? "The configuration is good."
        : $"The configuration has {Problems.Count} problem(s); nothing was started:\n" + string.Join('\n', Problems.Select(problem => "- " + problem));

    public static async Task<ConfigurationCheck> RunAsync(IConfigurationRoot configuration, string directory, CancellationToken cancellationToken)
    {
        var (settings, problems) = SettingsCheck.Read(configuration, directory);
        var words = problems.Select(problem => problem.ToString()).ToList();
        try
        {
            return new(settings, await PluginsFile.ReadAsync(settings.Host.PluginsFile, cancellationToken), words);
        }
        catch (PluginsFileException wrong)
        {
            return new(settings, null, [.. words, wrong.Message]);
        }
    }
}

/// <summary>The check for scripts.</summary>
internal sealed record ConfigurationReport(bool Good, IReadOnlyList<string> Problems);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConfigurationReport))]
internal sealed partial class ConfigurationReportJson : JsonSerializerContext;
