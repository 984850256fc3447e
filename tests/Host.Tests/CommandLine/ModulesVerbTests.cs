using System.Text.Json;
using System.Text.Json.Nodes;
using DrAivBot.Host.CommandLine;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Operator;
using DrAivBot.Host.Tests.Modules;
using DrAivBot.Host.Tests.Modules.Live;
using DrAivBot.Testing;
using Microsoft.Extensions.Configuration;

namespace DrAivBot.Host.Tests.CommandLine;

/// <summary>The verbs about modules, towards a running host and without one.</summary>
public sealed class ModulesVerbTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_host_lists_its_modules_and_says_everything_about_one()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        await stage.NewMemberAsync("Анна");

        var (code, list) = await RunAsync(stage.Host.DataDirectory, "modules", "list");
        var (_, json) = await RunAsync(stage.Host.DataDirectory, "modules", "list", "--json");
        var (why, words) = await RunAsync(stage.Host.DataDirectory, "modules", "why", "live");

        Assert.Equal((0, 0), (code, why));
        Assert.Matches(@"(?m)^module +version +state +turns +errors +p50 +p95 +reason$", list);
        Assert.Matches(@"(?m)^live +1\.0 +active, \d+ routes +\d+ +0 +[0-9.]+ ms +[0-9.]+ ms$", list);
        var told = JsonNode.Parse(json)!;
        Assert.Equal(stage.Host.OperatorAddress.ToString(), (string?)told["host"]);
        Assert.Equal(["live", "notes"], told["modules"]!.AsArray().Select(module => (string?)module!["id"]));
        Assert.Equal("active", (string?)told["modules"]![0]!["state"]);
        Assert.InRange((double)told["modules"]![0]!["lastHour"]!["slow"]!, 0.0001, 30);
        Assert.StartsWith("live 1.0: active, ", words, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  contracts +no range: there is no module\.json; compiled with 1\.\d", words);
        Assert.Matches(@"(?m)^  signer +no trusted key$", words);
        Assert.Matches(@"(?m)^  sha256 +[0-9a-f]{64}$", words);
        Assert.Matches(@"(?m)^  migrations +1: 0001_ticks\.sql$", words);
        Assert.Matches(@"(?m)^  routes +\d+: .*live\.board", words);
        Assert.Matches(@"(?m)^  last hour +\d+ turns, 0 errors, p50 [0-9.]+ ms, p95 [0-9.]+ ms$", words);
    }

    [Fact]
    public async Task Acts_take_effect_in_the_running_host_and_answer_with_words_and_exit_code()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var data = stage.Host.DataDirectory;

        Assert.Equal(0, (await RunAsync(data, "modules", "disable", "live")).Code);
        Assert.DoesNotContain(stage.Catalogue.Routes.Modules, module => module.Manifest.Id == "live");
        Assert.Equal((0, "Module 'live' 1.0 is Active.\n"), await RunAsync(data, "modules", "enable", "live"));
        Assert.Equal((0, "Module 'live' 1.0 is Active.\n"), await RunAsync(data, "modules", "reload", "live"));
        Assert.Equal(
            (ExitCodes.Refused, "Module 'live' has no earlier version that ran here. Put the old build at its path instead.\n"),
            await RunAsync(data, "modules", "rollback", "live"));
        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);
        var (_, why) = await RunAsync(data, "modules", "why", "live");
        Assert.Matches(@"(?m)^  go back to +\d+\.\d+\.\d+-[0-9a-f]{12}$", why);
        Assert.Equal((0, "Module 'live' 1.0 is Active.\n"), await RunAsync(data, "modules", "rollback", "live"));
        Assert.Equal(1, stage.Live.Version!.Major);
    }

    [Fact]
    public async Task A_version_that_was_not_taken_and_an_unknown_id_are_told_apart_by_exit_code()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var data = stage.Host.DataDirectory;
        await stage.SaveAsync(LiveStage.Next, "throw");
        await stage.UntilAsync(live => live.Reason.Length > 0);

        var (kept, words) = await RunAsync(data, "modules", "why", "live");
        var (reloaded, json) = await RunAsync(data, "modules", "reload", "live", "--json");

        Assert.Equal((ExitCodes.Refused, ExitCodes.Refused), (kept, reloaded));
        Assert.Contains("What plugins.json asks for was not taken, and version 1.0 runs on", words, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(json)!["isDone"]!);
        Assert.All(
            await Task.WhenAll(RunAsync(data, "modules", "why", "lvie"), RunAsync(data, "modules", "enable", "lvie"), RunAsync(data, "modules", "rollback", "lvie")),
            answer => Assert.Equal((ExitCodes.NotFound, "plugins.json lists no module 'lvie'. Did you mean \"live\"?\n"), answer));
    }

    [Fact]
    public async Task A_list_that_cannot_be_used_is_said_while_the_modules_run_on()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        await stage.SaveAsync("{ \"modules\": [ oops ] }");
        await stage.UntilAsync(_ => stage.Desk.Problem is not null);

        var (code, said) = await RunAsync(stage.Host.DataDirectory, "modules", "list");

        Assert.Equal(ExitCodes.Configuration, code);
        Assert.Contains("The modules run on as they were, because the list of them cannot be used: ", said, StringComparison.Ordinal);
        Assert.Contains("line 1, column 16", said, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^live +1\.0 +active", said);
    }

    [Fact]
    public async Task With_several_hosts_of_one_data_directory_the_address_says_which()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        await using var other = await LiveStage.StartAsync(postgres);
        var key = Assert.Single(await HostKey.FindAllAsync(other.Host.DataDirectory, Cancel));
        await key.WriteAsync(stage.Host.DataDirectory, Cancel);

        var (unclear, said) = await RunAsync(stage.Host.DataDirectory, "modules", "list");
        var (code, json) = await RunAsync(stage.Host.DataDirectory, "modules", "list", "--json", "--url", $"http://localhost:{key.Address.Port}");
        var (nowhere, _) = await RunAsync(stage.Host.DataDirectory, "modules", "list", "--url", "http://127.0.0.1:1");

        Assert.Equal((ExitCodes.Usage, 0, ExitCodes.Unavailable), (unclear, code, nowhere));
        Assert.Contains("2 hosts run with the data directory", said, StringComparison.Ordinal);
        Assert.Contains(key.Address.ToString(), said, StringComparison.Ordinal);
        Assert.Equal($"http://localhost:{key.Address.Port}", (string?)JsonNode.Parse(json)!["host"]);
    }

    [Fact]
    public async Task Without_a_host_the_files_answer_and_the_list_is_changed_for_the_next_start()
    {
        var home = Directory.CreateTempSubdirectory("draivbot-rest-").FullName;
        var plugins = Path.Combine(home, "plugins.json");
        await File.WriteAllTextAsync(
            plugins,
            JsonSerializer.Serialize(new { modules = new[] { new { id = "good", path = TestModules.FileOf("Good"), enabled = true }, new { id = "newer_contract", path = TestModules.FileOf("NewerContract"), enabled = false } } }),
            Cancel);

        // What a killed host leaves: nobody listens there.
        await new HostKey(new("http://127.0.0.1:1"), HostKey.NewToken()).WriteAsync(Path.Combine(home, "data"), Cancel);

        var (code, list) = await RunInAsync(home, "modules", "list");
        Assert.Equal(0, code);
        Assert.StartsWith("No host answers; this is what plugins.json and the files say.", list, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^good +\S+ +passes the gate", list);
        Assert.Matches(@"(?m)^newer_contract +\S+ +disabled", list);

        var (off, offSaid) = await RunInAsync(home, "modules", "disable", "good");
        var (on, onSaid) = await RunInAsync(home, "modules", "enable", "newer_contract");
        Assert.Equal((0, ExitCodes.Refused), (off, on));
        Assert.Equal($"Module 'good' is switched off in {plugins}. No host answers: it takes effect at the next start.\n", offSaid);
        Assert.Contains("As it is now, it will be refused: It uses what the host's contracts do not have: DrAivBot.IModuleBuilder.AddJob", onSaid, StringComparison.Ordinal);
        Assert.Equal([false, true], JsonNode.Parse(await File.ReadAllTextAsync(plugins, Cancel))!["modules"]!.AsArray().Select(module => (bool)module!["enabled"]!));

        Assert.Equal(ExitCodes.Refused, (await RunInAsync(home, "modules", "why", "newer_contract")).Code);
        Assert.Equal(ExitCodes.NotFound, (await RunInAsync(home, "modules", "why", "gud")).Code);
        var (away, awaySaid) = await RunInAsync(home, "modules", "reload", "good", "--json");
        Assert.Equal(ExitCodes.Unavailable, away);
        Assert.Contains("so there is nothing to reload", (string?)JsonNode.Parse(awaySaid)!["message"], StringComparison.Ordinal);
        await File.WriteAllTextAsync(plugins, "{", Cancel);
        Assert.Equal(ExitCodes.Configuration, (await RunInAsync(home, "modules", "list")).Code);
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task The_program_calls_itself_by_its_name_and_lists_its_verbs()
    {
        var (code, help) = await RunAsync("nowhere", "--help");
        var (_, modules) = await RunAsync("nowhere", "modules", "--help");

        Assert.Equal(0, code);
        Assert.Contains("draivbot [command] [options]", help, StringComparison.Ordinal);
        Assert.DoesNotContain("DrAivBot.Host", help, StringComparison.Ordinal);
        Assert.All(["modules", "check-config", "pack", "verify", "keygen"], verb => Assert.Matches($@"(?m)^  {verb} ", help));
        Assert.All(["list", "why <ID>", "verify <PATH>", "enable <ID>", "disable <ID>", "reload <ID>", "rollback <ID>"], verb => Assert.Contains($"\n  {verb} ", modules, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "--Host:DataDirectory=/srv/data")]
    [InlineData(false, "--url=http://127.0.0.1:9464")]
    [InlineData(false, "--key=C:\\keys\\team.pem")]
    [InlineData(false, "--json")]
    public void A_setting_beside_a_verb_is_told_from_its_options(bool isSetting, string arg) => Assert.Equal(isSetting, Verbs.IsSetting(arg));

    private static Task<(int Code, string Said)> RunAsync(string data, params string[] args) => RunAsync([("Host:DataDirectory", data)], Path.GetTempPath(), args);

    private static Task<(int Code, string Said)> RunInAsync(string home, params string[] args) => RunAsync([], home, args);

    private static async Task<(int Code, string Said)> RunAsync((string Key, string Value)[] settings, string directory, string[] args)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value)).Build();
        await using var said = new StringWriter();
        var code = await Verbs.RunAsync(args, new VerbContext(configuration, directory), said, said);
        return (code, said.ToString());
    }
}
