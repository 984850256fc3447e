using System.Text.Json.Nodes;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>The program beside a running host, as an operator calls it in the same folder.</summary>
public sealed class CommandLineTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_module_is_looked_at_and_switched_off_and_on_while_the_host_runs_and_after_it_was_killed()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule), ("echo", Repository.EchoModule));
        await using (var host = await HostProcess.StartAsync(directory, Settings.Polling(api.Address, database, FreePort.Find())))
        {
            var (code, list) = await HostProcess.RunAsync(directory, [], "modules", "list");
            Assert.Equal(0, code);
            Assert.Matches(@"company +\S+ +active, \d+ routes", list);

            (code, var said) = await HostProcess.RunAsync(directory, [], "modules", "disable", "echo");
            Assert.True(code == 0, said);
            (_, var json) = await HostProcess.RunAsync(directory, [], "modules", "why", "echo", "--json");
            Assert.Matches("^(disabled|draining|unloaded)$", (string?)JsonNode.Parse(json)!["status"]!["state"]);
            Assert.NotNull(JsonNode.Parse(json)!["host"]);

            Assert.Equal((0, true), await SwitchAsync(directory, "enable"));
            Assert.Equal(66, (await HostProcess.RunAsync(directory, [], "modules", "why", "ecko")).Code);
            await host.KillAsync();
        }

        var (rest, words) = await HostProcess.RunAsync(directory, [], "modules", "list");
        Assert.Equal(0, rest);
        Assert.StartsWith("No host answers", words, StringComparison.Ordinal);
        Assert.Equal((0, true), await SwitchAsync(directory, "disable"));
        Assert.Equal(69, (await HostProcess.RunAsync(directory, [], "modules", "reload", "echo")).Code);
    }

    [Fact]
    public async Task A_host_that_still_loads_its_modules_says_so_to_who_wants_to_change_them_and_does_it_once_it_runs()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        using var bare = await HostDirectory.CreateAsync();
        await using (var first = await HostProcess.StartAsync(bare, Settings.Polling(api.Address, database, FreePort.Find())))
        {
            Assert.Equal(0, (await first.StopAsync()).Code);
        }

        // The module's first migration waits for whoever else is making its schema at this moment.
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync(Cancel);
        var making = await other.BeginTransactionAsync(Cancel);
        await using (var schema = new NpgsqlCommand("create schema journal", other, making))
        {
            await schema.ExecuteNonQueryAsync(Cancel);
        }

        using var directory = await HostDirectory.CreateAsync(("journal", Repository.JournalModule));
        await using var host = HostProcess.Launch(directory, Settings.Polling(api.Address, database, FreePort.Find()));
        var said = "";
        await Until.TrueAsync(
            async () => (await HostProcess.RunAsync(directory, [], "modules", "reload", "journal")) is (69, var words)
                && (said = words).Contains("The host is starting and loads its modules", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            () => Task.FromResult($"the host said that it is starting. The verb said:\n{said}\nThe host said:\n{host.Output}"));

        await making.RollbackAsync(Cancel);
        await host.WaitForWordsAsync(HostProcess.Ready, TimeSpan.FromSeconds(45));
        var (code, done) = await HostProcess.RunAsync(directory, [], "modules", "reload", "journal");
        Assert.True(code == 0, done);
    }

    [Fact]
    public async Task Who_has_not_the_hosts_key_is_told_so_and_by_which_code()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        using var directory = await HostDirectory.CreateAsync(("echo", Repository.EchoModule));
        await using var host = await HostProcess.StartAsync(directory, Settings.Polling(api.Address, database, FreePort.Find()));
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(directory.Data, "operator"), "*.json"));
        var key = JsonNode.Parse(await File.ReadAllTextAsync(file, Cancel))!;
        key["token"] = new string('0', 64);
        await File.WriteAllTextAsync(file, key.ToJsonString(), Cancel);

        var (code, said) = await HostProcess.RunAsync(directory, [], "modules", "disable", "echo", "--url", (string)key["address"]!);

        Assert.Equal(77, code);
        Assert.Contains("does not know the key", said, StringComparison.Ordinal);

        // Held by another, as a file of another user's is: not to be read.
        await using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            (code, said) = await HostProcess.RunAsync(directory, [], "modules", "disable", "echo");
        }

        Assert.Equal(77, code);
        Assert.Contains("run this as that user", said, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(directory.Path, "plugins.json"), Cancel))!["modules"]![0]!["enabled"]!);
    }

    [Fact]
    public async Task The_configuration_is_checked_by_a_verb_and_by_the_old_option()
    {
        using var directory = await HostDirectory.CreateAsync(("company", Repository.CompanyModule));

        Assert.Equal((0, "The configuration is good."), Trim(await HostProcess.RunAsync(directory, [], "check-config")));
        Assert.Equal((0, "The configuration is good."), Trim(await HostProcess.RunAsync(directory, [], "--check-config", "--Telegram:Mode", "Polling")));
        var (code, json) = await HostProcess.RunAsync(directory, [], "check-config", "--json", "--Telegram:Mode=Pigeon");

        Assert.Equal(78, code);
        Assert.False((bool)JsonNode.Parse(json)!["good"]!);
        Assert.Contains("Telegram__Mode = \"Pigeon\"", (string?)Assert.Single(JsonNode.Parse(json)!["problems"]!.AsArray()), StringComparison.Ordinal);
        Assert.Equal(78, (await HostProcess.RunAsync(directory, [], "--check-config", "--Telegram:Mode", "Pigeon")).Code);
        Assert.False(Directory.Exists(directory.Data));
    }

    private static (int Code, string Said) Trim((int Code, string Said) answer) => (answer.Code, answer.Said.Trim());

    /// <summary>The exit code, and whether plugins.json says so.</summary>
    private static async Task<(int Code, bool IsWritten)> SwitchAsync(HostDirectory directory, string act)
    {
        var (code, _) = await HostProcess.RunAsync(directory, [], "modules", act, "echo");
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(directory.Path, "plugins.json"), Cancel))!["modules"]![1]!["enabled"]!;
        return (code, (bool)written == (act == "enable"));
    }
}
