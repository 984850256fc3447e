using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Conversations;

/// <summary>The module comes anew while people answer, and with what an operator changed.</summary>
public sealed class ReloadTests(PostgresFixture postgres) : IDisposable
{
    private const string Change = """{ "all": { "D01Q1": { "en": "Is the operator's question asked?", "ru": "Задан ли вопрос оператора?" }, "D01Q5": { "en": "Is the operator's question asked?" } } }""";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TestDirectory _directory = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Live_reload_between_two_answers_loses_nothing()
    {
        await using var host = await TestHost.StartAsync(postgres, new TestHostOptions { Modules = [TestModule.Company, Analysis.Module], Deadline = Deadline }, Cancel);
        var firm = await TestCompany.FoundAsync(host, "Reloaded");
        var anna = firm.Owner;
        await Walk.FullAsync(anna);
        await anna.PressAsync("✍️");
        await anna.PressAsync("✅ Yes");
        await anna.PressAsync("About 75%");
        await anna.PressAsync("✅ Yes");
        Walk.Has(anna, "question 4/7 · 4/147", "Write a number");

        await ChangeAsync(host, await WriteAsync(Change));
        await anna.SayAsync("21");
        Walk.Has(anna, "question 5/7 · 5/147");
        Walk.HasNot(anna, "operator's question");
        Assert.Equal(
            ["D01Q1 yes", "D01Q2 3", "D01Q3 yes", "D01Q4 21"],
            await host.ListAsync<string>("select question_id || ' ' || value from analysis.answers where company_id = $1 order by question_id", firm.Id));

        var other = await TestCompany.FoundAsync(host, "Later");
        await Walk.FullAsync(other.Owner);
        await other.Owner.PressAsync("✍️");
        Walk.Has(other.Owner, "question 1/7", "Is the operator's question asked?");
    }

    [Fact]
    public async Task A_mistake_in_the_file_of_changes_refuses_the_module_with_its_path_and_its_cure()
    {
        var path = await WriteAsync("""{ "all": { "D22Q1": { "en": "Nothing at all" } } }""");
        var module = Analysis.Module with { Settings = new JsonObject { ["overrides"] = path } };
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(postgres, new TestHostOptions { Modules = [TestModule.Company, module] }, Cancel));
        Assert.Contains("all.D22Q1 is no question of version 1.0. Use an id from D01Q1 to D21Q7.", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Changes the module's settings in a running host, and waits until it runs with them.</summary>
    private static async Task ChangeAsync(TestHost host, string overrides)
    {
        var file = Path.Combine(host.DataDirectory, "plugins.json");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(file, Cancel))!;
        json["modules"]!.AsArray().Single(module => module!["id"]!.GetValue<string>() == "analysis")!["settings"] = new JsonObject { ["overrides"] = overrides };
        await File.WriteAllTextAsync(file, json.ToJsonString(), Cancel);
        var began = TimeProvider.System.GetTimestamp();
        while ((await host.ReadLogAsync()).Split("Module 'analysis' 1.0 is active").Length < 3)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Deadline, "The changed module never came.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
    }

    private async Task<string> WriteAsync(string json)
    {
        var path = Path.Combine(_directory.Path, "overrides.json");
        await File.WriteAllTextAsync(path, json, Cancel);
        return path;
    }
}
