using System.Text.Json;
using DrAivBot.Host.CommandLine;
using DrAivBot.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace DrAivBot.Host.Tests.Modules.Gate;

public sealed class CommandLineTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("draivbot-verbs-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task A_module_is_packed_signed_and_verified()
    {
        CopyModule("Good", "out");

        var (made, keys) = await RunAsync("keygen", "team");
        var (packed, said) = await RunAsync("pack", "out", "--key", "team.private.pem");
        var (verified, json) = await RunAsync("verify", "good-1.2.3.zip", "--trusted", "team.public.pem", "--json");

        Assert.Equal((0, 0, 0), (made, packed, verified));
        Assert.Contains("Modules__TrustedKeys=", keys, StringComparison.Ordinal);
        Assert.Contains("good 1.2.3", said, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json);
        Assert.True(report.RootElement.GetProperty("good").GetBoolean());
        Assert.Equal("good", report.RootElement.GetProperty("id").GetString());
        Assert.Contains(report.RootElement.GetProperty("signer").GetString()!, keys, StringComparison.Ordinal);
        Assert.Equal("1.1", report.RootElement.GetProperty("hostContracts").GetString());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(home, "team.private.pem")));
        }
    }

    [Fact]
    public async Task Packing_the_same_files_gives_the_same_bytes()
    {
        CopyModule("Notes", "one");
        CopyModule("Notes", "two");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(home, "two")))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        await RunAsync("pack", "one", "-o", "first");
        await RunAsync("pack", "two", "-o", "second");

        Assert.Equal(
            await File.ReadAllBytesAsync(Assert.Single(Directory.EnumerateFiles(Path.Combine(home, "first"))), Cancel),
            await File.ReadAllBytesAsync(Assert.Single(Directory.EnumerateFiles(Path.Combine(home, "second"))), Cancel));
    }

    [Fact]
    public async Task What_the_host_would_refuse_is_not_packed()
    {
        CopyModule("BundlesContracts", "out");

        var (code, said) = await RunAsync("pack", "out");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("not packed, 1 finding(s):", said, StringComparison.Ordinal);
        Assert.Contains("Its folder holds a copy of DrAivBot.Contracts.dll", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(home, "*.zip"));
        Assert.False(File.Exists(Path.Combine(home, "out", "module.json")));
    }

    [Theory]
    [InlineData("NewerContract", "It uses what the host's contracts do not have: DrAivBot.IModuleBuilder.AddJob, type DrAivBot.IJob.")]
    [InlineData("NextContract", "It was compiled with contracts 1.4, but the host has 1.1.")]
    [InlineData("NoModule", "It has no class that implements IBotModule")]
    public async Task Verifying_says_what_the_gate_says_by_text_json_and_exit_code(string module, string words)
    {
        var (code, said) = await RunAsync("verify", TestModules.FileOf(module));
        var (_, json) = await RunAsync("verify", TestModules.FileOf(module), "--json");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json);
        Assert.False(report.RootElement.GetProperty("good").GetBoolean());
        Assert.Contains(report.RootElement.GetProperty("problems").EnumerateArray(), problem => problem.GetString()!.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'verfy'", "verfy")]
    [InlineData("Required argument missing", "verify")]
    [InlineData("'--colour'", "pack", ".", "--colour")]
    public async Task A_mistyped_command_line_is_answered_instead_of_starting_the_host(string words, params string[] args)
    {
        var (code, said) = await RunAsync(args);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_in_packing_are_said_with_their_cure()
    {
        CopyModule("NoModule", "library");
        CopyModule("Good", "good");

        Assert.Contains("holds no assembly with a class that implements IBotModule. There are: DrAivBot.TestPlugins.NoModule.dll.", (await RunAsync("pack", "library")).Said, StringComparison.Ordinal);
        Assert.Contains("There is no folder", (await RunAsync("pack", "nowhere")).Said, StringComparison.Ordinal);
        Assert.Contains("Name a folder outside", (await RunAsync("pack", "good", "-o", "good/zips")).Said, StringComparison.Ordinal);
        Assert.Contains("\"Bad Id\" is not a module id", (await RunAsync("pack", "good", "--id", "Bad Id")).Said, StringComparison.Ordinal);
        Assert.Contains("--contracts-max: \"newest\" is not a major version such as \"1.x\"", (await RunAsync("pack", "good", "--contracts-max", "newest")).Said, StringComparison.Ordinal);
        Assert.Contains("cannot be used to sign", (await RunAsync("pack", "good", "--key", "good/DrAivBot.TestPlugins.Good.dll")).Said, StringComparison.Ordinal);
        Assert.Contains("Existing keys are never overwritten", (await RunAsync("keygen", "k") is { Code: 0 } ? await RunAsync("keygen", "k") : default).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifying_demands_the_keys_of_the_configuration()
    {
        CopyModule("Good", "out");
        await RunAsync("keygen", "team");
        await RunAsync("pack", "out");

        var (code, said) = await RunAsync([("Modules:TrustedKeys", "team.public.pem")], "verify", "out");
        var (allowed, _) = await RunAsync([("Modules:TrustedKeys", "team.public.pem")], "verify", "out", "--unsigned");
        var (wrong, problem) = await RunAsync([("Modules:TrustedKeys", "team.private.pem")], "verify", "out");

        Assert.Equal((ExitCodes.Refused, 0, ExitCodes.Configuration), (code, allowed, wrong));
        Assert.Contains("It is not signed", said, StringComparison.Ordinal);
        Assert.Contains("Modules__TrustedKeys = \"team.private.pem\"", problem, StringComparison.Ordinal);
        Assert.Contains("holds a private key, which must not lie on this machine", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "verify", "x")]
    [InlineData(true, "verfy")]
    [InlineData(true, "--help")]
    [InlineData(false)]
    [InlineData(false, "--check-config")]
    [InlineData(false, "--Telegram:Mode=Webhook")]
    [InlineData(false, "Telegram:Mode=Webhook")]
    [InlineData(false, "--urls", "http://127.0.0.1:0")]
    public void Settings_are_no_verbs(bool claimed, params string[] args) => Assert.Equal(claimed, Verbs.Claims(args));

    private void CopyModule(string module, string folder)
    {
        Directory.CreateDirectory(Path.Combine(home, folder));
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(TestModules.FileOf(module))!))
        {
            File.Copy(file, Path.Combine(home, folder, Path.GetFileName(file)));
        }
    }

    private Task<(int Code, string Said)> RunAsync(params string[] args) => RunAsync([], args);

    private async Task<(int Code, string Said)> RunAsync((string Key, string Value)[] settings, params string[] args)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)).Build();
        await using var said = new StringWriter();
        var code = await Verbs.RunAsync(args, new VerbContext(configuration, home), said, said);
        return (code, said.ToString());
    }
}
