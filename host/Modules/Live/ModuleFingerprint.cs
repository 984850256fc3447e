using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Modules.Live;

/// <summary>Tells whether an entry of plugins.json, its settings or any file of its module became another.</summary>
internal static class ModuleFingerprint
{
    private const int MostFiles = 2000;

    /// <summary>From the content of everything; reads all files.</summary>
    public static async Task<string> OfAsync(PluginsEntry entry, CancellationToken cancellationToken)
    {
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        content.AppendData(Encoding.UTF8.GetBytes($"{entry.Path}\n{entry.Version}\n{entry.Sha256}\n{entry.Unsigned}\n{entry.Settings.Json?.GetRawText()}\n"));
        foreach (var file in FilesOf(entry))
        {
            content.AppendData(Encoding.UTF8.GetBytes(file.FullName + "\n"));
            try
            {
                content.AppendData(SHA256.HashData(await File.ReadAllBytesAsync(file.FullName, cancellationToken)));
            }
            catch (Exception away) when (away is IOException or UnauthorizedAccessException)
            {
                content.AppendData("?"u8);
            }
        }

        return Convert.ToHexStringLower(content.GetHashAndReset());
    }

    /// <summary>From names, lengths and times only: cheap enough to ask every few seconds.</summary>
    public static string Glance(IEnumerable<PluginsEntry> entries)
    {
        var glance = new StringBuilder();
        foreach (var file in entries.SelectMany(FilesOf))
        {
            glance.Append(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        }

        return glance.ToString();
    }

    private static IReadOnlyList<FileInfo> FilesOf(PluginsEntry entry)
    {
        if (!entry.Enabled || entry.Path.Length == 0)
        {
            return [];
        }

        try
        {
            // A package in one file, a package's folder, or a main assembly with what lies beside it.
            if (!entry.Path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(entry.Path))
            {
                return [new FileInfo(entry.Path)];
            }

            var folder = Directory.Exists(entry.Path) ? entry.Path : Path.GetDirectoryName(entry.Path)!;
            return [.. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Take(MostFiles).Where(file => file.Exists).OrderBy(file => file.FullName, StringComparer.Ordinal)];
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
