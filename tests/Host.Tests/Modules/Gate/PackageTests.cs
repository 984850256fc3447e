using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Tests.Modules.Gate;

public sealed class PackageTests
{
    private const string Main = "DrAivBot.TestPlugins.Good.dll";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_runs_by_its_folder_its_zip_and_its_main_assembly()
    {
        using var packed = await PackedModule.MakeAsync();

        foreach (var path in new[] { packed.Folder, packed.Zip, packed.PathOf(Main) })
        {
            await using var modules = await new TestModules().WithFile("good", path).LoadAsync();
            Assert.Equal(("", ModuleState.Active), (modules["good"].Reason, modules["good"].State));
        }
    }

    [Fact]
    public async Task One_byte_changed_in_any_file_is_refused_naming_file_and_both_hashes()
    {
        using var packed = await PackedModule.MakeAsync("PrivateDependency");
        foreach (var file in Directory.EnumerateFiles(packed.Folder).Where(file => file != packed.Manifest).ToList())
        {
            var expected = await PackedModule.HashOfAsync(file);
            await PackedModule.FlipByteAsync(file);
            var package = await InspectAsync(packed.Folder, "private_dependency");
            var found = await PackedModule.HashOfAsync(file);
            await PackedModule.FlipByteAsync(file);

            Assert.Contains($"{Path.GetFileName(file)} has the SHA-256 {found}, but module.json expects {expected}: it changed after the module was packed.", package, StringComparison.Ordinal);
        }

        Assert.Equal("", await InspectAsync(packed.Folder, "private_dependency"));
    }

    [Fact]
    public async Task A_file_too_many_or_missing_is_named()
    {
        using var packed = await PackedModule.MakeAsync();
        await File.WriteAllTextAsync(packed.PathOf("stowaway.txt"), "hello", Cancel);
        File.Delete(packed.PathOf("DrAivBot.TestPlugins.Good.deps.json"));

        var reason = await InspectAsync(packed.Folder);

        Assert.Contains("stowaway.txt (SHA-256 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824) is not in module.json. Remove it", reason, StringComparison.Ordinal);
        Assert.Contains("DrAivBot.TestPlugins.Good.deps.json is missing; module.json lists it with the SHA-256 ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        using var packed = await PackedModule.MakeAsync();
        File.Copy(TestModules.FileOf("Notes"), packed.PathOf("Notes.dll"));
        await packed.RewriteAsync("\"min\": \"1.0\"", "\"min\": \"1.7\"");
        await packed.RewriteAsync("\"net10.0\"", "\"net9.0\"");
        await packed.RewriteAsync("\"1.2.3\"", "\"1.3\"");

        var reason = await InspectAsync(packed.Folder, "better", new string('0', 64));

        Assert.Contains("plugins.json calls the module \"better\", but module.json says it is \"good\"", reason, StringComparison.Ordinal);
        Assert.Contains("Notes.dll (SHA-256 ", reason, StringComparison.Ordinal);
        Assert.Contains("It needs contracts 1.7 or newer, but the host has 1.1. Update the host", reason, StringComparison.Ordinal);
        Assert.Contains("module.json says net9.0, but DrAivBot.TestPlugins.Good.dll is built for net10.0", reason, StringComparison.Ordinal);
        Assert.Contains("module.json says that its version is \"1.3\", but DrAivBot.TestPlugins.Good.GoodModule says \"1.2.3\". Pack the module again.", reason, StringComparison.Ordinal);
        Assert.Contains("Its folder holds Notes.dll, another module.", reason, StringComparison.Ordinal);
        Assert.Contains("but plugins.json demands 0000", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.0", "1.0", "It works with contracts up to 1.0, but the host has 1.1.")]
    [InlineData("0.3", "0.x", "It works with contracts up to 0.x, but the host has 1.1.")]
    [InlineData("2.0", "2.x", "It needs contracts 2.0 or newer, but the host has 1.1.")]
    [InlineData("1.0", "1.1", "")]
    [InlineData("1.1", "1.x", "")]
    [InlineData("1.0", "2.x", "")]
    public async Task The_hosts_contracts_must_lie_in_the_modules_range(string min, string max, string words)
    {
        using var packed = await PackedModule.MakeAsync();
        await packed.RewriteAsync("\"min\": \"1.0\"", $"\"min\": \"{min}\"");
        await packed.RewriteAsync("\"max\": \"1.x\"", $"\"max\": \"{max}\"");

        var reason = await InspectAsync(packed.Folder);

        Assert.StartsWith(words, reason, StringComparison.Ordinal);
        Assert.Equal(words.Length == 0, reason.Length == 0);
    }

    [Fact]
    public async Task A_module_compiled_with_contracts_1_0_runs_on_the_newest()
    {
        using var packed = await PackedModule.MakeAsync("FirstContract");
        await using var modules = await new TestModules().WithFile("good", packed.Zip).LoadAsync();

        Assert.Equal(("", ModuleState.Active), (modules["good"].Reason, modules["good"].State));
        Assert.True(modules.Catalogue.Routes.TryFindCommand("hello", out var command));
        Assert.Equal("good.hello", command.Route.Name);
        Assert.Contains("\"min\": \"1.0\"", await File.ReadAllTextAsync(packed.Manifest, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lowest_contracts_are_those_that_have_everything_the_module_uses()
    {
        using var packed = await PackedModule.MakeAsync("Chores");

        Assert.Contains("\"min\": \"1.1\"", await File.ReadAllTextAsync(packed.Manifest, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugins_json_pins_a_package_by_its_manifest_or_its_zip_but_not_by_its_main_assembly_alone()
    {
        using var packed = await PackedModule.MakeAsync();

        Assert.Equal("", await InspectAsync(packed.Folder, sha256: await PackedModule.HashOfAsync(packed.Manifest)));
        Assert.Equal("", await InspectAsync(packed.Zip, sha256: await PackedModule.HashOfAsync(packed.Manifest)));
        Assert.Equal("", await InspectAsync(packed.Zip, sha256: await PackedModule.HashOfAsync(packed.Zip)));
        Assert.StartsWith("module.json has the SHA-256", await InspectAsync(packed.Folder, sha256: await PackedModule.HashOfAsync(packed.PathOf(Main))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_whose_manifest_was_taken_away_no_longer_has_the_pinned_hash()
    {
        using var packed = await PackedModule.MakeAsync();
        var pinned = await PackedModule.HashOfAsync(packed.Manifest);
        File.Delete(packed.Manifest);

        Assert.Contains($"but plugins.json demands {pinned}", await InspectAsync(packed.PathOf(Main), sha256: pinned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_changed_between_gate_and_store_is_not_loaded()
    {
        using var packed = await PackedModule.MakeAsync("PrivateDependency");
        var data = Directory.CreateTempSubdirectory("draivbot-store-").FullName;
        var package = await new ModuleGate(await HostContracts.ReadOwnAsync(Cancel), TrustedKeys.None).InspectAsync(
            new() { Id = "private_dependency", Path = packed.Folder }, [], Cancel);
        var library = package.Files.First(file => file.Name.StartsWith("Greetings", StringComparison.Ordinal)).Name;
        await PackedModule.FlipByteAsync(packed.PathOf(library));

        var refused = await Assert.ThrowsAsync<ModuleRefusedException>(() => new ModuleStore(data, TimeProvider.System).StoreAsync("m", package, Cancel));

        Assert.Contains($"Its file {library} in {packed.Folder} changed while it was being loaded.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(data, "modules", "m")));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_copy_in_the_store_that_was_changed_is_replaced_before_it_is_loaded()
    {
        using var packed = await PackedModule.MakeAsync();
        var data = Directory.CreateTempSubdirectory("draivbot-store-").FullName;
        var package = await new ModuleGate(await HostContracts.ReadOwnAsync(Cancel), TrustedKeys.None).InspectAsync(new() { Id = "good", Path = packed.Folder }, [], Cancel);
        var store = new ModuleStore(data, TimeProvider.System);
        var first = await store.StoreAsync("good", package, Cancel);
        var (path, good) = (first.MainPath, await PackedModule.HashOfAsync(first.MainPath));
        File.SetAttributes(path, FileAttributes.Normal);
        await PackedModule.FlipByteAsync(path);

        var refused = await Assert.ThrowsAsync<ModuleRefusedException>(() => store.StoreAsync("good", package, Cancel));
        first.Dispose();
        using var second = await store.StoreAsync("good", package, Cancel);

        Assert.Contains("is not what it was, and another host runs it", refused.Message, StringComparison.Ordinal);
        Assert.Equal((path, good), (second.MainPath, await PackedModule.HashOfAsync(second.MainPath)));
    }

    private static async Task<string> InspectAsync(string path, string id = "good", string? sha256 = null)
    {
        var gate = new ModuleGate(await HostContracts.ReadOwnAsync(Cancel), TrustedKeys.None);
        return string.Join('\n', (await gate.InspectAsync(new() { Id = id, Path = path, Sha256 = sha256 }, [], Cancel)).Problems);
    }
}
