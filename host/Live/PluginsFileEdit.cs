using System.Text;
using System.Text.Json;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Live;

/// <summary>Changes single values of plugins.json and leaves everything else as it stands: order, comments, spaces.</summary>
internal static class PluginsFileEdit
{
    /// <summary>Sets a property of a module's entry.</summary>
    /// <param name="text">The file.</param>
    /// <param name="id">The module.</param>
    /// <param name="property">Its property.</param>
    /// <param name="json">The value as JSON.</param>
    /// <exception cref="PluginsFileException">There is no such entry.</exception>
    public static string Set(string text, string id, string property, string json)
    {
        var entry = EntryOf(text, id);
        return entry.Properties.TryGetValue(property, out var at)
            ? Splice(text, at.Value, json)
            : Splice(text, entry.Properties["id"].Value.End..entry.Properties["id"].Value.End, $", \"{property}\": {json}");
    }

    /// <summary>Takes a property out of a module's entry; harmless when it has none.</summary>
    public static string Remove(string text, string id, string property)
    {
        var properties = EntryOf(text, id).Properties;
        if (!properties.TryGetValue(property, out var at))
        {
            return text;
        }

        // With the comma before it, or for the first property the one behind.
        var before = properties.Values.Where(other => other.Value.End.Value <= at.Name.Value).Select(other => other.Value.End.Value).DefaultIfEmpty(-1).Max();
        var after = properties.Values.Where(other => other.Name.Value >= at.Value.End.Value).Select(other => other.Name.Value).DefaultIfEmpty(-1).Min();
        return before >= 0 ? Splice(text, new Index(before)..at.Value.End, "") : Splice(text, at.Name..new Index(after), "");
    }

    /// <summary>Replaces the file as a whole, so that nobody ever reads half of it.</summary>
    /// <exception cref="PluginsFileException">It cannot be read or written.</exception>
    public static async Task WriteAsync(string path, Func<string, string> edit, CancellationToken cancellationToken)
    {
        try
        {
            var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
            var before = await File.ReadAllTextAsync(target, cancellationToken);
            var after = edit(before);
            if (after == before)
            {
                return;
            }

            var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
            await File.WriteAllTextAsync(temporary, after, cancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new PluginsFileException($"{path} cannot be changed: {refused.Message} Let the user the host runs as write the file and its folder, or change it where it comes from.");
        }
    }

    private static string Splice(string text, Range at, string with)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString([.. bytes[..at.Start], .. Encoding.UTF8.GetBytes(with), .. bytes[at.End..]]);
    }

    private static PlacedEntry EntryOf(string text, string id) => Entries(text).FirstOrDefault(entry => entry.Id == id)
        ?? throw new PluginsFileException($"plugins.json has no entry with the id \"{id}\".");

    private static List<PlacedEntry> Entries(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var entries = new List<PlacedEntry>();
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
                {
                    entries.Add(ReadEntry(ref reader));
                }
            }
        }
        catch (JsonException broken)
        {
            throw new PluginsFileException($"plugins.json, line {broken.LineNumber + 1}: this is not JSON. Correct the file first.");
        }

        return entries;
    }

    private static PlacedEntry ReadEntry(ref Utf8JsonReader reader)
    {
        var entry = new PlacedEntry();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, begin) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (name == "id" && reader.TokenType == JsonTokenType.String)
            {
                entry.Id = reader.GetString();
            }

            reader.Skip();
            entry.Properties[name] = (begin, start..(int)reader.BytesConsumed);
        }

        return entry;
    }

    /// <summary>Where an entry and its properties stand, in bytes.</summary>
    private sealed class PlacedEntry
    {
        public string? Id { get; set; }

        public Dictionary<string, (Index Name, Range Value)> Properties { get; } = new(StringComparer.Ordinal);
    }
}
