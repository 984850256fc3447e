using System.Security.Cryptography;
using System.Text;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules.Packing;

/// <summary>A private key for signing modules, in a PEM file.</summary>
internal static class SigningKey
{
    private const int KeySize = 256;

    /// <exception cref="ModuleRefusedException">The file is no such key.</exception>
    public static async Task<ECDsa> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(path, cancellationToken));
            _ = key.ExportParameters(includePrivateParameters: true);
            if (key.KeySize == KeySize)
            {
                return key;
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new ModuleRefusedException($"{path} cannot be used to sign: {wrong.Message} Name a PEM file with a private key that is not encrypted, as \"draivbot keygen\" makes it.");
        }

        key.Dispose();
        throw new ModuleRefusedException($"{path} cannot be used to sign: its curve is not P-256. Make a key with \"draivbot keygen\".");
    }

    /// <summary>Makes a pair of keys. Neither file may exist.</summary>
    /// <returns>The public key's name.</returns>
    /// <exception cref="IOException">A file exists or cannot be written.</exception>
    public static async Task<string> CreateAsync(string privatePath, string publicPath, CancellationToken cancellationToken)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await WriteAsync(privatePath, key.ExportPkcs8PrivateKeyPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite, cancellationToken);
        await WriteAsync(
            publicPath,
            key.ExportSubjectPublicKeyInfoPem(),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            cancellationToken);
        return TrustedKeys.NameOf(key.ExportSubjectPublicKeyInfo());
    }

    private static async Task WriteAsync(string path, string pem, UnixFileMode mode, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        await using var file = new FileStream(path, options);
        await file.WriteAsync(Encoding.ASCII.GetBytes(pem + "\n"), cancellationToken);
    }
}
