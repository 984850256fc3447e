using System.Security.Cryptography;
using DrAivBot.Host.Modules.Gate;
using DrAivBot.Host.Modules.Packing;

namespace DrAivBot.Host.Tests.Modules.Gate;

/// <summary>A test module packed into a folder of its own, to be changed.</summary>
internal sealed class PackedModule : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("draivbot-packed-").FullName;

    public string Folder => Path.Combine(home, "module");

    public string Zip { get; private set; } = "";

    public string Manifest => Path.Combine(Folder, "module.json");

    public static async Task<PackedModule> MakeAsync(string module = "Good", ECDsa? key = null)
    {
        var packed = new PackedModule();
        Directory.CreateDirectory(packed.Folder);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(TestModules.FileOf(module))!))
        {
            File.Copy(file, Path.Combine(packed.Folder, Path.GetFileName(file)));
        }

        await packed.PackAsync(key);
        return packed;
    }

    public async Task<ModulePackage> PackAsync(ECDsa? key = null)
    {
        var token = TestContext.Current.CancellationToken;
        var keyFile = Path.Combine(home, "key.pem");
        if (key is not null)
        {
            await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), token);
        }

        (Zip, var package) = await new ModulePacker(await ContractsHistory.ReadAsync(token)).PackAsync(
            new PackOptions { Folder = Folder, Output = home, Key = key is null ? null : keyFile }, token);
        return package;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public async Task RewriteAsync(string old, string @new)
    {
        var token = TestContext.Current.CancellationToken;
        var text = await File.ReadAllTextAsync(Manifest, token);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Manifest, text.Replace(old, @new, StringComparison.Ordinal), token);
    }

    public static async Task FlipByteAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
    }

    public static async Task<string> HashOfAsync(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));

    public void Dispose() => Directory.Delete(home, recursive: true);
}
