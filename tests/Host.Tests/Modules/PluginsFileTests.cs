using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Tests.Modules;

public sealed class PluginsFileTests
{
    private static readonly string File = Path.GetFullPath("plugins.json");

    [Fact]
    public void Comments_and_trailing_commas_are_allowed_and_paths_start_at_the_file()
    {
        var file = Parse("""
            {
              // what runs
              "modules": [
                { "id": "company", "path": "modules/company/Company.dll", "settings": { "limit": 3 }, },
                { "id": "planner", "path": "planner.dll", "enabled": false },
              ],
            }
            """);

        Assert.Equal(["company", "planner"], file.Entries.Select(entry => entry.Id));
        Assert.Equal(Path.Combine(Path.GetDirectoryName(File)!, "modules", "company", "Company.dll"), file.Entries[0].Path);
        Assert.Equal([true, false], file.Entries.Select(entry => entry.Enabled));
        Assert.All(file.Entries, entry => Assert.Empty(entry.Problems));
    }

    [Fact]
    public void A_wrong_entry_lists_everything_wrong_with_it_and_leaves_the_others()
    {
        var file = Parse("""
            { "modules": [
              { "id": "Bad Id", "pth": "x.dll", "enabled": "yes", "sha256": "abc", "settings": [] },
              { "id": "company", "path": "company.dll" }
            ] }
            """);

        Assert.Collection(
            file.Entries[0].Problems,
            problem => Assert.Contains("$.modules[0].pth: there is no such property. Did you mean \"path\"?", problem, StringComparison.Ordinal),
            problem => Assert.Contains("$.modules[0].id: \"Bad Id\" is not a module id. Use 2 to 30 characters", problem, StringComparison.Ordinal),
            problem => Assert.Contains("$.modules[0].path: is missing", problem, StringComparison.Ordinal),
            problem => Assert.Contains("$.modules[0].enabled: must be true or false, but is the text \"yes\"", problem, StringComparison.Ordinal),
            problem => Assert.Contains("$.modules[0].sha256: must be 64 hexadecimal digits", problem, StringComparison.Ordinal),
            problem => Assert.Contains("$.modules[0].settings: must be an object, but is a list", problem, StringComparison.Ordinal));
        Assert.Empty(file.Entries[1].Problems);
    }

    [Fact]
    public void The_second_of_two_entries_with_one_id_is_refused()
    {
        var file = Parse("""{ "modules": [ { "id": "twin", "path": "a.dll" }, { "id": "twin", "path": "b.dll" } ] }""");

        Assert.Empty(file.Entries[0].Problems);
        Assert.Contains("\"twin\" is already the id of $.modules[0]", Assert.Single(file.Entries[1].Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"modules\": [ { \"id\": } ] }", "line 1, column 24: this is not JSON")]
    [InlineData("{\n  \"modules\": [\n    oops\n  ]\n}", "line 3, column 5: this is not JSON")]
    [InlineData("[]", "the file must be an object, but is a list")]
    [InlineData("{ \"modulse\": [] }", "$.modulse: there is no such property. Did you mean \"modules\"?")]
    [InlineData("{ \"modules\": {} }", "$.modules: must be a list in brackets, but is an object")]
    [InlineData("{ }", "the property \"modules\" is missing")]
    [InlineData("", "this is not JSON")]
    public void A_file_that_is_no_list_of_modules_is_a_configuration_error(string text, string words)
    {
        var broken = Assert.Throws<PluginsFileException>(() => Parse(text));

        Assert.Contains(words, broken.Message, StringComparison.Ordinal);
        Assert.StartsWith(File, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_configuration_error_that_shows_what_to_write()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "plugins.json");

        var missing = await Assert.ThrowsAsync<PluginsFileException>(() => PluginsFile.ReadAsync(path, TestContext.Current.CancellationToken));

        Assert.Contains($"{path}: there is no such file", missing.Message, StringComparison.Ordinal);
        Assert.Contains("\"modules\": [", missing.Message, StringComparison.Ordinal);
    }

    private static PluginsFile Parse(string text) => PluginsFile.Parse(File, text);
}
