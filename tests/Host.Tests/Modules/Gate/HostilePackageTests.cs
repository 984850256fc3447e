using System.Diagnostics;
using System.IO.Compression;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Tests.Modules.Gate;

/// <summary>Packages made to harm: each is refused in words, without anything being written or run, and soon.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("draivbot-hostile-").FullName;

    private static byte[] Some => [1, 2, 3];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Zip => Path.Combine(home, "package.zip");

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory]
    [InlineData("../../evil.dll")]
    [InlineData("lib/../../evil.dll")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("C:\\evil.dll")]
    [InlineData("C:evil.dll")]
    [InlineData("..\\evil.dll")]
    [InlineData("a\0.dll")]
    [InlineData("a\u001b[2J.dll")]
    [InlineData("./a.dll")]
    [InlineData("a//b.dll")]
    [InlineData("a.dll.")]
    [InlineData("../")]
    public async Task A_name_in_a_zip_that_could_mean_another_place_is_refused(string name)
    {
        await WriteZipAsync((name, Some));

        var reason = await RefuseAsync(Zip);

        Assert.Contains("which could mean a place outside the module", reason, StringComparison.Ordinal);
        Assert.DoesNotContain(reason, letter => char.IsControl(letter));
        Assert.Equal([Zip], Directory.EnumerateFileSystemEntries(home));
    }

    [Fact]
    public async Task Names_that_differ_in_capitals_only_are_refused()
    {
        await WriteZipAsync(("a.dll", Some), ("A.DLL", Some));

        Assert.Contains("holds A.DLL twice (capitals do not count)", await RefuseAsync(Zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_a_zip_is_refused()
    {
        await using (var archive = new ZipArchive(File.Create(Zip), ZipArchiveMode.Create))
        {
            await AddAsync(archive, "a.dll", Some, unchecked((int)0xA1FF0000));
        }

        Assert.Contains("holds the link a.dll", await RefuseAsync(Zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        await WriteZipAsync(("zeros.bin", new byte[50_000_000]));

        Assert.Contains("to 50000000 bytes. No module compresses like that", await RefuseAsync(Zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_that_lies_about_a_files_length_is_refused()
    {
        using var packed = await PackedModule.MakeAsync();
        var bytes = await File.ReadAllBytesAsync(packed.Zip, Cancel);
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        foreach (var length in new uint[] { 10, 1_000_000, uint.MaxValue - 1 })
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), length);
            await File.WriteAllBytesAsync(Zip, bytes, Cancel);
            Assert.Contains("DrAivBot.TestPlugins.Good.deps.json", await RefuseAsync(Zip), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ten_thousand_files_are_refused_as_zip_and_as_folder()
    {
        await WriteZipAsync([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}", Some))]);
        var folder = Directory.CreateDirectory(Path.Combine(home, "many")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "module.json"), "{}", Cancel);
        for (var i = 0; i < 10_000; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{i}"), [], Cancel);
        }

        Assert.Contains("holds more than 2000 files", await RefuseAsync(Zip), StringComparison.Ordinal);
        Assert.Contains("holds more than 2000 files", await RefuseAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_file_is_refused_without_being_read()
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, "huge")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "module.json"), "{}", Cancel);
        foreach (var path in new[] { Path.Combine(folder, "huge.dll"), Path.Combine(home, "huge.zip") })
        {
            await using var file = File.Create(path);
            file.SetLength(40L * 1024 * 1024 * 1024);
        }

        Assert.Contains("or 300 MiB", await RefuseAsync(folder), StringComparison.Ordinal);
        Assert.Contains("is larger than 100 MiB", await RefuseAsync(Path.Combine(home, "huge.zip")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_in_a_folder_are_refused_and_not_followed()
    {
        using var packed = await PackedModule.MakeAsync();
        File.CreateSymbolicLink(packed.PathOf("passwords.txt"), "/etc/passwd");
        var file = await RefuseAsync(packed.Folder);
        File.Delete(packed.PathOf("passwords.txt"));
        Directory.CreateSymbolicLink(packed.PathOf("loop"), packed.Folder);

        Assert.Contains("holds the link passwords.txt", file, StringComparison.Ordinal);
        Assert.Contains("holds the link loop", await RefuseAsync(packed.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_in_a_folder_does_not_stop_the_host()
    {
        using var packed = await PackedModule.MakeAsync();
        using var made = Process.Start("mkfifo", [packed.PathOf("pipe")]);
        await made.WaitForExitAsync(Cancel);

        Assert.Contains("pipe (SHA-256 ", await RefuseAsync(packed.Folder).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_that_no_package_may_have_is_refused_in_a_folder_too()
    {
        using var packed = await PackedModule.MakeAsync();
        await File.WriteAllTextAsync(packed.PathOf("two\nlines\\.dll"), "", Cancel);

        Assert.Contains("holds a file called \"two\\u000alines\\.dll\"", await RefuseAsync(packed.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_cut_off_anywhere_is_refused_in_words()
    {
        using var packed = await PackedModule.MakeAsync();
        var whole = await File.ReadAllBytesAsync(packed.Zip, Cancel);
        for (var length = 0; length < whole.Length; length += whole.Length / 97)
        {
            await File.WriteAllBytesAsync(Zip, whole[..length], Cancel);
            Assert.NotEmpty(await RefuseAsync(Zip));
        }
    }

    [Fact]
    public async Task A_zip_with_any_byte_changed_is_refused_in_words_or_is_the_same_package()
    {
        using var packed = await PackedModule.MakeAsync();
        var whole = await File.ReadAllBytesAsync(packed.Zip, Cancel);
        var content = (await InspectAsync(packed.Zip)).Content;
        var random = new Random(20);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            bytes[i % 3 == 0 ? bytes.Length - 1 - random.Next(600) : random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Zip, bytes, Cancel);
            Assert.True(await TryAsync(Zip) is { Length: > 0 } || (await InspectAsync(Zip)).Content == content);
        }
    }

    [Fact]
    public async Task A_damaged_assembly_is_judged_or_refused_but_never_an_unexpected_fault()
    {
        var folder = Directory.CreateDirectory(Path.Combine(home, "damaged")).FullName;
        var whole = await File.ReadAllBytesAsync(TestModules.FileOf("Good"), Cancel);
        var path = Path.Combine(folder, "Good.dll");
        var random = new Random(21);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = whole.ToArray();
            for (var changes = random.Next(1, 40); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await File.WriteAllBytesAsync(path, bytes, Cancel);
            await TryAsync(path);
        }
    }

    [Fact]
    public async Task A_zip_without_a_manifest_is_refused()
    {
        await WriteZipAsync(("a.dll", Some));

        Assert.Contains("holds no module.json. Make the package with \"draivbot pack\".", await RefuseAsync(Zip), StringComparison.Ordinal);
    }

    private static async Task AddAsync(ZipArchive archive, string name, byte[] content, int attributes = 0)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.ExternalAttributes = attributes;
        await using var stream = await entry.OpenAsync(Cancel);
        await stream.WriteAsync(content, Cancel);
    }

    private async Task WriteZipAsync(params (string Name, byte[] Content)[] files)
    {
        await using var archive = new ZipArchive(File.Create(Zip), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            await AddAsync(archive, name, content);
        }
    }

    private static async Task<string> RefuseAsync(string path)
    {
        var reason = await TryAsync(path);
        Assert.NotEmpty(reason);
        return reason;
    }

    private static async Task<string> TryAsync(string path)
    {
        try
        {
            return string.Join('\n', (await InspectAsync(path)).Problems);
        }
        catch (ModuleRefusedException refused)
        {
            return refused.Message;
        }
    }

    private static async Task<ModulePackage> InspectAsync(string path) =>
        await new ModuleGate(await HostContracts.ReadOwnAsync(Cancel), TrustedKeys.None).InspectAsync(new() { Id = PluginsEntry.AnyId, Path = path }, [], Cancel);
}
