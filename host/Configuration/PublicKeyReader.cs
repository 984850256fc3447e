using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Configuration;

/// <summary>Reads public keys as operators write them: a PEM file, or the base64 of a SubjectPublicKeyInfo.</summary>
internal static class PublicKeyReader
{
    public const string Cure = "Write the path of a PEM file with public keys, as \"draivbot keygen\" makes it, or the base64 in it; several with ;.";

    private const string P256 = "1.2.840.10045.3.1.7";
    private const string PublicLabel = "PUBLIC KEY";
    private const int LargestFile = 64 * 1024;

    /// <summary>The keys, or what is wrong.</summary>
    /// <param name="text">A path or base64.</param>
    /// <param name="workingDirectory">What relative paths start from.</param>
    public static (IReadOnlyList<byte[]> Keys, string? Problem) Read(string text, string workingDirectory)
    {
        var path = Path.GetFullPath(text, workingDirectory);
        if (!File.Exists(path))
        {
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var length) && length > 0
                ? Check([bytes[..length]])
                : ([], $"is neither a file ({path} does not exist) nor a key in base64.");
        }

        try
        {
            using var file = File.OpenHandle(path);
            var bytes = new byte[LargestFile];
            var length = RandomAccess.Read(file, bytes, 0);
            return length < LargestFile ? ReadPem(Encoding.UTF8.GetString(bytes, 0, length)) : ([], "is a file far too large for keys.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return ([], $"cannot be read: {unreadable.Message}");
        }
    }

    private static (IReadOnlyList<byte[]> Keys, string? Problem) ReadPem(string pem)
    {
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return ([], "holds a private key, which must not lie on this machine: whoever has it can sign modules.");
        }

        var keys = new List<byte[]>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].SequenceEqual(PublicLabel))
            {
                keys.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            }

            rest = rest[fields.Location.End..];
        }

        return keys.Count == 0 ? ([], "holds no public key (-----BEGIN PUBLIC KEY-----).") : Check(keys);
    }

    private static (IReadOnlyList<byte[]> Keys, string? Problem) Check(IReadOnlyList<byte[]> keys) =>
        keys.All(IsP256) ? (keys, null) : ([], "is no public key for ECDSA on the curve P-256.");

    private static bool IsP256(byte[] key)
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out var read);
            return read == key.Length && ecdsa.ExportParameters(false).Curve.Oid.Value == P256;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
