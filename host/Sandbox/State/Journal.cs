using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

// Written while the bot's gate is held, so that the order on disk is the order of events: a lock cannot be held across an await.
#pragma warning disable MA0045

namespace DrAivBot.Host.Sandbox.State;

/// <summary>
/// One bot's state on disk: a line per change, the last line of a key wins, no value means gone. A line reaches the operating
/// system before the call that caused it is answered, so a killed host loses nothing; a torn last line is skipped.
/// </summary>
internal sealed partial class Journal(string path, ILogger logger) : IDisposable
{
    private const int LinesBeforeRewriting = 50_000;

    private StreamWriter? writer;
    private int lines;

    public IEnumerable<(string Key, JsonNode? Value)> Read()
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        foreach (var line in File.ReadLines(path))
        {
            lines++;
            if (ReadLine(line) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public void Write(string key, JsonNode? value)
    {
        try
        {
            Open().WriteLine(Line(key, value));
            lines++;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotKept(e, path);
        }
    }

    public bool IsLong(int live) => lines > LinesBeforeRewriting && lines > 4 * live;

    public void Rewrite(IEnumerable<(string Key, JsonNode Value)> entries)
    {
        Dispose();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var next = path + ".next";
            File.WriteAllLines(next, entries.Select(e => Line(e.Key, e.Value)));
            File.Move(next, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotKept(e, path);
        }

        lines = 0;
    }

    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
    }

    private static string Line(string key, JsonNode? value) =>
        Wire.Write(new JsonObject { ["k"] = key, ["v"] = value?.DeepClone() });

    private (string, JsonNode?)? ReadLine(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject entry && entry["k"].String() is { } key)
            {
                return (key, entry["v"]?.DeepClone());
            }
        }
        catch (JsonException e)
        {
            LineSkipped(e, path);
        }

        return null;
    }

    private StreamWriter Open()
    {
        if (writer is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
            // A torn last line of a killed host must not swallow the first line of this one.
            writer.WriteLine();
        }

        return writer;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sandbox could not write {Path}: chats go on in memory and are forgotten at the next start. Free disk space or mend the directory's rights.")]
    private partial void NotKept(Exception exception, string path);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A damaged line in {Path} was skipped.")]
    private partial void LineSkipped(Exception exception, string path);
}
