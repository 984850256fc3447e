using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>The <c>settings</c> of a module's entry in plugins.json, with the words for what does not fit.</summary>
/// <param name="Json">Null when the entry has none.</param>
/// <param name="Path">Where they stand, for example <c>plugins.json: modules[2].settings</c>.</param>
internal sealed record ModuleSettings(JsonElement? Json, string Path)
{
    public static ModuleSettings None { get; } = new(null, "");

    /// <exception cref="ModuleRefusedException">A value does not fit; names its path.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class, new()
    {
        if (Json is not { } json)
        {
            return new T();
        }

        var problems = new List<string>();
        FindUnknown(json, type, Path, problems);
        if (problems.Count > 0)
        {
            throw new ModuleRefusedException(string.Join('\n', problems));
        }

        try
        {
            return json.Deserialize(type) ?? new T();
        }
        catch (JsonException wrong)
        {
            var where = Path + (wrong.Path ?? "$")[1..];
            throw new ModuleRefusedException($"{where}: {WithoutPosition(wrong.Message)} Write a value that fits, or remove it to get the default.");
        }
    }

    private static void FindUnknown(JsonElement json, JsonTypeInfo type, string path, List<string> problems)
    {
        if (json.ValueKind != JsonValueKind.Object || type.Kind != JsonTypeInfoKind.Object || type.Properties.Any(p => p.IsExtensionData))
        {
            return;
        }

        var comparison = type.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var member in json.EnumerateObject())
        {
            var known = type.Properties.FirstOrDefault(property => property.Name.Equals(member.Name, comparison));
            if (known is null)
            {
                problems.Add($"{path}.{member.Name}: the module has no such setting."
                    + NearestName.Suggest(member.Name, type.Properties.Select(property => property.Name))
                    + $" It knows {string.Join(", ", type.Properties.Select(property => property.Name))}.");
            }
            else if (type.Options.TryGetTypeInfo(known.PropertyType, out var inner))
            {
                FindUnknown(member.Value, inner, $"{path}.{member.Name}", problems);
            }
        }
    }

    private static string WithoutPosition(string message) =>
        message.IndexOf(" Path: ", StringComparison.Ordinal) is var at and >= 0 ? message[..at] : message;
}
