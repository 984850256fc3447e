using System.Text.Json.Nodes;
using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;

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
