using System.Text.Json;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Modules;

/// <summary>
/// plugins.json: which modules run. A file that is no such list is a configuration error; what is wrong with one entry
/// refuses that module only.
/// </summary>
internal sealed class PluginsFile
{
    private const string Shape = "{ \"modules\": [ { \"id\": \"company\", \"path\": \"modules/company/DrAivBot.Company.dll\", \"enabled\": true } ] }";

    private PluginsFile(string path, string text, IReadOnlyList<PluginsEntry> entries)
    {
        Path = path;
        Text = text;
        Entries = entries;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <summary>As it was read.</summary>
    public string Text { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<PluginsEntry> Entries { get; }

    /// <summary>Names of the assemblies of the modules beside one.</summary>
    public HashSet<string> OthersOf(PluginsEntry entry)
    {
        var others = Entries.Where(other => other != entry).Select(other => System.IO.Path.GetFileNameWithoutExtension(other.Path)).ToHashSet();
        others.Remove(System.IO.Path.GetFileNameWithoutExtension(entry.Path));
        return others;
    }

    /// <exception cref="PluginsFileException">There is no usable file; the message lists everything wrong with it.</exception>
    public static async Task<PluginsFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        path = System.IO.Path.GetFullPath(path);
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PluginsFileException(
                $"{path}: there is no such file. It lists the modules to run. Create it with {Shape}, or set Host__PluginsFile to where it is.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new PluginsFileException($"{path}: cannot be read: {unreadable.Message} Let the user the host runs as read it.");
        }

        return Parse(path, text);
    }

    /// <exception cref="PluginsFileException">The text is no list of modules.</exception>
    public static PluginsFile Parse(string path, string text)
    {
        using var document = ParseJson(path, text);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new PluginsFileException($"{path}: the file must be an object, but is {Kind(root)}. Write {Shape}.");
        }

        var problems = root.EnumerateObject().Where(member => member.Name != "modules").Select(member =>
            $"{path}: $.{member.Name}: there is no such property.{NearestName.Suggest(member.Name, ["modules"])} Only \"modules\" is allowed.").ToList();
        if (!root.TryGetProperty("modules", out var modules))
        {
            problems.Add($"{path}: $: the property \"modules\" is missing. Write {Shape}.");
        }
        else if (modules.ValueKind != JsonValueKind.Array)
        {
            problems.Add($"{path}: $.modules: must be a list in brackets, but is {Kind(modules)}. Write {Shape}.");
        }

        if (problems.Count > 0)
        {
            throw new PluginsFileException(string.Join('\n', problems));
        }

        var reader = new PluginsEntryReader(path);
        return new PluginsFile(path, text, [.. modules.EnumerateArray().Select(reader.Read)]);
    }

    public static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{json.GetString()}\"",
        JsonValueKind.Number => $"the number {json.GetRawText()}",
        JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => "null",
    };

    private static JsonDocument ParseJson(string path, string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                AllowDuplicateProperties = false,
            });
        }
        catch (JsonException broken)
        {
            var line = (broken.LineNumber ?? 0) + 1;
            var column = (broken.BytePositionInLine ?? 0) + 1;
            var message = broken.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new PluginsFileException($"{path}, line {line}, column {column}: this is not JSON: {message} Correct the file there.");
        }
    }
}
