using System.Text.Json;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>Reads the entries of one plugins.json, in order; knows the ids it has seen.</summary>
internal sealed class PluginsEntryReader(string file)
{
    private static readonly string[] Known = ["id", "path", "enabled", "sha256", "version", "unsigned", "settings"];

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public PluginsEntry Read(JsonElement json, int index)
    {
        var at = $"{file}: $.modules[{index}]";
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new PluginsEntry { Id = $"modules[{index}]", Problems = [$"{at}: must be an object, but is {PluginsFile.Kind(json)}."] };
        }

        var problems = new List<string>();
        foreach (var member in json.EnumerateObject().Where(member => !Known.Contains(member.Name)))
        {
            problems.Add($"{at}.{member.Name}: there is no such property.{NearestName.Suggest(member.Name, Known)} Allowed are {string.Join(", ", Known)}.");
        }

        var id = ReadId(json, at, index, problems);
        return new PluginsEntry
        {
            Id = id,
            Path = ReadPath(json, at, problems),
            Enabled = ReadSwitch(json, "enabled", true, at, problems),
            Sha256 = ReadHash(json, at, problems),
            Version = ReadText(json, "version", at, problems),
            Unsigned = ReadSwitch(json, "unsigned", false, at, problems),
            Settings = ReadSettings(json, at, problems),
            Problems = problems,
        };
    }

    private string ReadId(JsonElement json, string at, int index, List<string> problems)
    {
        if (ReadText(json, "id", at, problems) is not { } id)
        {
            problems.Add($"{at}.id: is missing. Write the module's id: {ModuleNames.IdRule}.");
            return $"modules[{index}]";
        }

        if (!ModuleNames.IsModuleId(id))
        {
            problems.Add($"{at}.id: \"{id}\" is not a module id. Use {ModuleNames.IdRule}.");
        }

        if (!seen.TryAdd(id, index))
        {
            problems.Add($"{at}.id: \"{id}\" is already the id of $.modules[{seen[id]}]. Remove one of the two.");
        }

        return id;
    }

    private string ReadPath(JsonElement json, string at, List<string> problems)
    {
        var path = ReadText(json, "path", at, problems);
        if (string.IsNullOrWhiteSpace(path))
        {
            problems.Add($"{at}.path: is missing. Write the path of the module's DLL, package folder or zip, absolute or from the folder of this file.");
            return "";
        }

        return Path.GetFullPath(path, Path.GetDirectoryName(file)!);
    }

    private static bool ReadSwitch(JsonElement json, string name, bool @default, string at, List<string> problems)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return @default;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            problems.Add($"{at}.{name}: must be true or false, but is {PluginsFile.Kind(value)}.");
            return @default;
        }

        return value.GetBoolean();
    }

    private static string? ReadHash(JsonElement json, string at, List<string> problems)
    {
        var hash = ReadText(json, "sha256", at, problems);
        if (hash is not null && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
        {
            problems.Add($"{at}.sha256: must be 64 hexadecimal digits, as \"sha256sum\" prints them for the package's module.json or zip, but is \"{hash}\".");
        }

        return hash?.ToLowerInvariant();
    }

    private static ModuleSettings ReadSettings(JsonElement json, string at, List<string> problems)
    {
        var path = $"{at}.settings";
        if (!json.TryGetProperty("settings", out var settings))
        {
            return new ModuleSettings(null, path);
        }

        if (settings.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{path}: must be an object, but is {PluginsFile.Kind(settings)}.");
        }

        return new ModuleSettings(settings.Clone(), path);
    }

    private static string? ReadText(JsonElement json, string name, string at, List<string> problems)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Add($"{at}.{name}: must be a text in quotes, but is {PluginsFile.Kind(value)}.");
            return null;
        }

        return value.GetString();
    }
}
