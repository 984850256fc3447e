using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrAivBot.Host.Operator;

/// <summary>
/// Where a running host can be told what to do, and what proves that one may: a file of the data directory that only the
/// host's user reads, one a host, made anew at every start and removed at its end.
/// </summary>
/// <param name="Address">Of the operator's pages, as the machine itself reaches them.</param>
/// <param name="Token">To be sent as <c>Authorization: Bearer …</c>.</param>
internal sealed record HostKey(Uri Address, string Token)
{
    /// <summary>In the data directory; mode 0700.</summary>
    public const string Folder = "operator";

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>256 random bits.</summary>
    public static string NewToken() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Whether a request may act: its header holds the token.</summary>
    public static bool Opens(string token, string? authorization) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization ?? ""), Encoding.UTF8.GetBytes($"Bearer {token}"));

    /// <summary>The keys of the hosts of a data directory; of one that was killed too.</summary>
    /// <exception cref="UnauthorizedAccessException">The host runs as another user.</exception>
    public static async Task<IReadOnlyList<HostKey>> FindAllAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(Path.Combine(dataDirectory, Folder));
        var keys = new List<HostKey>();
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal).ToList() : [])
        {
            try
            {
                if (JsonSerializer.Deserialize(await File.ReadAllTextAsync(file.FullName, cancellationToken), HostKeyJson.Default.HostKey) is { Address: not null, Token: not null } key)
                {
                    keys.Add(key);
                }
            }
            catch (Exception gone) when (gone is FileNotFoundException or JsonException)
            {
                // Its host ended at this moment, or the file is none of ours.
            }
        }

        return keys;
    }

    /// <summary>Lays the key down, readable for the host's user only.</summary>
    public async Task WriteAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var path = PathIn(dataDirectory);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = OwnFile | UnixFileMode.UserExecute;
            options.UnixCreateMode = OwnFile;
        }

        // Whole or not at all: somebody may read at this moment.
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        await using (var file = new FileStream(temporary, options))
        {
            await JsonSerializer.SerializeAsync(file, this, HostKeyJson.Default.HostKey, cancellationToken);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Takes the key away when the host ends.</summary>
    public void Remove(string dataDirectory)
    {
        try
        {
            File.Delete(PathIn(dataDirectory));
        }
        catch (Exception stays) when (stays is IOException or UnauthorizedAccessException)
        {
            // Its token opens nothing any more.
        }
    }

    private string PathIn(string dataDirectory) => Path.Combine(dataDirectory, Folder, $"{Address.Port}.json");
}

/// <summary>How a key lies in its file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HostKey))]
internal sealed partial class HostKeyJson : JsonSerializerContext;
