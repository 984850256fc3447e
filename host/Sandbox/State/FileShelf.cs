using System.Security.Cryptography;
using System.Text.Json.Nodes;

// Written while the bot's gate is held, so that the order on disk is the order of events: a lock cannot be held across an await.
#pragma warning disable MA0045

namespace DrAivBot.Host.Sandbox.State;

/// <summary>The files of a bot's chats, plain files in one directory. The oldest go when the shelf is full.</summary>
internal sealed class FileShelf(string directory, Journal journal) : IJournaled
{
    private const long MaximumBytes = 1L << 30;
    private const int MaximumFiles = 10_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly OrderedDictionary<string, StoredFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byFileId = new(StringComparer.Ordinal);

    private long bytesKept;

    public string Prefix => "file";

    public StoredFile Add(string kind, string name, string mime, byte[] bytes, ImageSize? size)
    {
        var file = new StoredFile("AgAD" + RandomNumberGenerator.GetString(Alphabet, 12), kind, name, mime, bytes.Length)
        {
            Width = size?.Width ?? 0,
            Height = size?.Height ?? 0,
        };
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(PathOf(file), bytes);
        Put(file);
        journal.Write("file/" + file.UniqueId, file.ToEntry());
        while (files.Count > 1 && (bytesKept > MaximumBytes || files.Count > MaximumFiles))
        {
            Remove(files.GetAt(0).Value);
        }

        return file;
    }

    public StoredFile? Find(string uniqueId) => files.GetValueOrDefault(uniqueId);

    public StoredFile? FindByFileId(string fileId) => byFileId.TryGetValue(fileId, out var id) ? Find(id) : null;

    public string PathOf(StoredFile file) => Path.Combine(directory, file.UniqueId);

    public void Clear()
    {
        foreach (var file in files.Values.ToArray())
        {
            Remove(file);
        }
    }

    public void Restore(string key, JsonNode? value)
    {
        if (value is not null)
        {
            Put(StoredFile.FromEntry(key, value));
        }
        else if (Find(key) is { } file)
        {
            Forget(file);
        }
    }

    public IEnumerable<(string Key, JsonNode Value)> Entries() => files.Values.Select(f => (f.UniqueId, f.ToEntry()));

    private void Put(StoredFile file)
    {
        files[file.UniqueId] = file;
        byFileId[file.FileId] = file.UniqueId;
        bytesKept += file.Size;
    }

    private void Forget(StoredFile file)
    {
        files.Remove(file.UniqueId);
        byFileId.Remove(file.FileId);
        bytesKept -= file.Size;
    }

    private void Remove(StoredFile file)
    {
        Forget(file);
        File.Delete(PathOf(file));
        journal.Write("file/" + file.UniqueId, value: null);
    }
}
