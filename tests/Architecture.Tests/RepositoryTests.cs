using System.Text.Json;
using DrAivBot.Host.Modules;

namespace DrAivBot.Architecture.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void The_contracts_keep_account_of_their_public_members()
    {
        Assert.True(File.Exists(Repository.PathOf("contracts/PublicAPI.Shipped.txt")));
        Assert.Contains("DrAivBot.IBotModule", Declared(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugins_json_names_every_module_of_this_repository_by_a_file_that_the_build_makes()
    {
        var file = await PluginsFile.ReadAsync(Repository.PathOf("plugins.json"), TestContext.Current.CancellationToken);

        Assert.Empty(file.Entries.SelectMany(entry => entry.Problems));
        Assert.Equal(Repository.Modules().Order(StringComparer.Ordinal), file.Entries.Select(entry => entry.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_mistake_in_plugins_json_would_be_found() =>
        Assert.NotEmpty(PluginsFile.Parse("/plugins.json", """{ "modules": [ { "id": "Company", "path": "x.dll" } ] }""").Entries[0].Problems);

    [Fact]
    public void Every_module_says_everything_in_both_languages_under_its_own_name() => Assert.All(
        Repository.Files("ru.json", "plugins").ToList(),
        russian =>
        {
            var id = russian.Split(Path.DirectorySeparatorChar)[1];
            Assert.Equal(KeysOf(russian), KeysOf(russian.Replace("ru.json", "en.json", StringComparison.Ordinal)));
            Assert.All(KeysOf(russian), key => Assert.StartsWith(id + ".", key, StringComparison.Ordinal));
        });

    private static string Declared() =>
        File.ReadAllText(Repository.PathOf("contracts/PublicAPI.Shipped.txt")) + File.ReadAllText(Repository.PathOf("contracts/PublicAPI.Unshipped.txt"));

    private static IReadOnlyList<string> KeysOf(string file)
    {
        using var texts = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file)));
        return [.. texts.RootElement.EnumerateObject().Select(text => text.Name).Order(StringComparer.Ordinal)];
    }
}
