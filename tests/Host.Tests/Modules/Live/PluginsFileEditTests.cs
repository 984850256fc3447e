using DrAivBot.Host.Live;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Tests.Modules.Live;

public sealed class PluginsFileEditTests
{
    private const string Text = """
        {
          /* модули */ "modules": [
            { "id": "one", "path": "один.dll", "enabled": true, "settings": { "id": "two", "enabled": true } }, // first
            {
              "path": "two.dll",
              "id": "two",
              "version": "1.0.0-abc", // held back
            },
          ],
        }
        """;

    [Fact]
    public void A_value_is_replaced_where_it_stands_and_nothing_else_changes() => Assert.Equal(
        Text.Replace("один.dll\", \"enabled\": true", "один.dll\", \"enabled\": false", StringComparison.Ordinal),
        PluginsFileEdit.Set(Text, "one", "enabled", "false"));

    [Fact]
    public void A_value_that_is_not_there_follows_the_id() => Assert.Equal(
        Text.Replace("\"id\": \"two\",\n", "\"id\": \"two\", \"enabled\": false,\n", StringComparison.Ordinal),
        PluginsFileEdit.Set(Text, "two", "enabled", "false"));

    [Fact]
    public void A_value_is_taken_out_with_its_comma()
    {
        Assert.Equal(
            Text.Replace(",\n      \"version\": \"1.0.0-abc\"", "", StringComparison.Ordinal),
            PluginsFileEdit.Remove(Text, "two", "version"));
        Assert.Equal(Text, PluginsFileEdit.Remove(Text, "one", "version"));
        Assert.Equal("""{"modules":[{"id":"a"}]}""", PluginsFileEdit.Remove("""{"modules":[{"version":"1", "id":"a"}]}""", "a", "version"));
    }

    [Fact]
    public void An_entry_that_is_not_there_is_named() => Assert.Equal(
        "plugins.json has no entry with the id \"three\".",
        Assert.Throws<PluginsFileException>(() => PluginsFileEdit.Set(Text, "three", "enabled", "true")).Message);
}
