using System.Diagnostics;
using System.Security.Cryptography;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Tests.Modules.Gate;

public sealed class SignatureTests : IDisposable
{
    private readonly ECDsa ours = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        ours.Dispose();
        theirs.Dispose();
    }

    [Fact]
    public async Task A_package_signed_with_a_trusted_key_runs_as_folder_and_as_zip()
    {
        using var packed = await PackedModule.MakeAsync(key: ours);

        foreach (var path in new[] { packed.Folder, packed.Zip })
        {
            await using var modules = await new TestModules { Keys = Trust(theirs, ours) }.WithFile("good", path).LoadAsync();
            Assert.Equal(("", ModuleState.Active), (modules["good"].Reason, modules["good"].State));
        }
    }

    [Fact]
    public async Task An_unsigned_one_is_refused_unless_plugins_json_says_that_it_may_be()
    {
        using var packed = await PackedModule.MakeAsync();
        await using var refused = await new TestModules { Keys = Trust(ours) }.WithFile("good", packed.Folder).With("notes", "Notes").LoadAsync();
        await using var allowed = await new TestModules { Keys = Trust(ours) }.WithUnsigned("good", packed.Folder).WithUnsigned("notes", TestModules.FileOf("Notes")).LoadAsync();

        Assert.Contains("It is not signed: there is no module.json.sig, but Modules__TrustedKeys demands a signature. Sign it with \"draivbot pack FOLDER --key", refused["good"].Reason, StringComparison.Ordinal);
        Assert.Contains("It has no module.json and so no signature, but Modules__TrustedKeys demands one.", refused["notes"].Reason, StringComparison.Ordinal);
        Assert.Contains("write \"unsigned\": true on its entry in plugins.json", refused["good"].Reason, StringComparison.Ordinal);
        Assert.Equal([ModuleState.Active, ModuleState.Active], allowed.Catalogue.Statuses.Select(status => status.State));
    }

    [Fact]
    public async Task A_signature_by_another_key_or_over_other_bytes_is_refused()
    {
        using var foreign = await PackedModule.MakeAsync(key: theirs);
        using var changed = await PackedModule.MakeAsync(key: ours);
        await changed.RewriteAsync("\n", "\n ");
        using var swapped = await PackedModule.MakeAsync("Notes", ours);
        File.Copy(changed.PathOf("module.json.sig"), swapped.PathOf("module.json.sig"), overwrite: true);
        using var garbage = await PackedModule.MakeAsync(key: ours);
        await File.WriteAllBytesAsync(garbage.PathOf("module.json.sig"), [0, 255, 13], Cancel);
        using var huge = await PackedModule.MakeAsync(key: ours);
        await File.WriteAllTextAsync(huge.PathOf("module.json.sig"), new string('A', 1_000_000), Cancel);

        foreach (var packed in new[] { foreign, changed, swapped, garbage, huge })
        {
            var gate = new ModuleGate(await HostContracts.ReadOwnAsync(Cancel), Trust(ours));
            var package = await gate.InspectAsync(new() { Id = PluginsEntry.AnyId, Path = packed.Folder }, [], Cancel);
            Assert.Contains($"module.json.sig is not the signature of module.json by a trusted key ({Trust(ours).Names.Single()})", Assert.Single(package.Problems), StringComparison.Ordinal);
            Assert.Null(package.Signer);
        }
    }

    [Fact]
    public async Task A_signature_that_openssl_makes_is_taken()
    {
        using var packed = await PackedModule.MakeAsync();
        var key = Path.Combine(Path.GetDirectoryName(packed.Folder)!, "openssl.pem");
        await File.WriteAllTextAsync(key, ours.ExportPkcs8PrivateKeyPem(), Cancel);
        using var openssl = Process.Start("openssl", ["dgst", "-sha256", "-sign", key, "-out", key + ".sig", packed.Manifest]);
        await openssl.WaitForExitAsync(Cancel);
        await File.WriteAllTextAsync(
            packed.PathOf("module.json.sig"),
            Convert.ToBase64String(await File.ReadAllBytesAsync(key + ".sig", Cancel), Base64FormattingOptions.InsertLineBreaks) + "\n",
            Cancel);

        var gate = new ModuleGate(await HostContracts.ReadOwnAsync(Cancel), Trust(ours));
        var package = await gate.InspectAsync(new() { Id = "good", Path = packed.Folder }, [], Cancel);

        Assert.Empty(package.Problems);
        Assert.Equal(Trust(ours).Names.Single(), package.Signer);
    }

    private static TrustedKeys Trust(params ECDsa[] keys) => new([.. keys.Select(key => key.ExportSubjectPublicKeyInfo())]);
}
