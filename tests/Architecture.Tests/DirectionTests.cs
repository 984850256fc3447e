using System.Reflection;
using DrAivBot.Host.Updates;

namespace DrAivBot.Architecture.Tests;

public sealed class DirectionTests
{
    private static readonly Assembly Host = typeof(TurnRunner).Assembly;

    [Fact]
    public void Contracts_reference_abstractions_and_the_framework_only() =>
        Assert.Empty(AssemblyReferences.FindForeign(typeof(IBotModule).Assembly.Location));

    [Fact]
    public void A_module_references_the_contracts_and_nothing_else_of_ours_or_the_hosts() =>
        Assert.All(Repository.Modules(), module => Assert.Empty(AssemblyReferences.FindForbiddenInModule(module)));

    [Fact]
    public void No_folder_of_the_host_uses_one_above_it() =>
        Assert.Equal("", string.Join('\n', FolderDirection.FindWrong(Host.GetTypes(), "DrAivBot.Host")));

    [Fact]
    public void Telegrams_client_stays_behind_its_door() =>
        Assert.Empty(FolderDirection.FindUsers(Host, "Telegram.Bot", "DrAivBot.Host.Telegram", "DrAivBot.Host"));

    [Fact]
    public void The_client_of_the_language_model_stays_with_the_assistant() =>
        Assert.Empty(FolderDirection.FindUsers(Host, "Betalgo.Ranul.OpenAI", "DrAivBot.Host.Assistant"));

    [Fact]
    public void The_rule_for_contracts_goes_red_on_an_assembly_that_references_libraries() =>
        Assert.Contains(AssemblyReferences.FindForeign(Host.Location), wrong => wrong.Contains("Telegram.Bot", StringComparison.Ordinal));

    [Fact]
    public void The_rule_for_modules_goes_red_on_a_module_that_references_the_host() =>
        Assert.Contains(
            AssemblyReferences.FindForbiddenInModule(Repository.PathOf("artifacts/test-modules/ReferencesHost/DrAivBot.TestPlugins.ReferencesHost.dll")),
            wrong => wrong.Contains("DrAivBot.Host", StringComparison.Ordinal));

    [Fact]
    public void The_rule_for_folders_goes_red_on_an_arrow_that_goes_back()
    {
        var wrong = FolderDirection.FindWrong(WithNested(typeof(Seeded.Database.LooksUp)), "DrAivBot.Architecture.Tests.Seeded");

        Assert.Contains("Updates.Above", Assert.Single(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_for_folders_allows_an_arrow_that_goes_down() =>
        Assert.Empty(FolderDirection.FindWrong(WithNested(typeof(Seeded.Updates.Above)), "DrAivBot.Architecture.Tests.Seeded"));

    [Fact]
    public void The_rule_for_telegrams_client_goes_red_when_its_door_is_not_named() =>
        Assert.NotEmpty(FolderDirection.FindUsers(Host, "Telegram.Bot", "DrAivBot.Host.Updates"));

    private static Type[] WithNested(Type type) => [type, .. type.GetNestedTypes(BindingFlags.NonPublic)];
}
