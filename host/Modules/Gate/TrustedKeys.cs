using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DrAivBot.Host.Modules.Gate;

/// <summary>
/// The public keys whose signatures the operator accepts. A signature is ECDSA on P-256 over the SHA-256 of the exact
/// bytes of module.json, in DER, written as base64: what <c>openssl dgst -sha256 -sign</c> makes.
/// </summary>
/// <param name="keys">Each as SubjectPublicKeyInfo, checked before.</param>
internal sealed class TrustedKeys(IReadOnlyList<byte[]> keys)
{
    private const int LongestSignature = 1024;

    /// <summary>Nobody is trusted by key, and no signature demanded.</summary>
    public static TrustedKeys None { get; } = new([]);

    public bool Any => keys.Count > 0;

    /// <summary>Names of the keys, see <see cref="NameOf"/>.</summary>
    public IEnumerable<string> Names => keys.Select(NameOf);

    /// <summary>First 16 hexadecimal digits of the SHA-256 of a public key.</summary>
    public static string NameOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];

    public static byte[] Sign(ECDsa key, byte[] manifest) => Encoding.ASCII.GetBytes(
        Convert.ToBase64String(key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) + "\n");

    /// <summary>Name of the key that signed; null when it was none of these.</summary>
    /// <param name="manifest">The exact bytes of module.json.</param>
    /// <param name="signature">The bytes of module.json.sig.</param>
    public string? FindSigner(byte[] manifest, byte[] signature)
    {
        if (signature.Length > LongestSignature || !Base64.IsValid(signature))
        {
            return null;
        }

        var bytes = Convert.FromBase64String(Encoding.ASCII.GetString(signature));
        return keys.FirstOrDefault(key => IsSignedBy(key, manifest, bytes)) is { } signer ? NameOf(signer) : null;
    }

    private static bool IsSignedBy(byte[] publicKey, byte[] manifest, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        try
        {
            return key.VerifyData(manifest, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
