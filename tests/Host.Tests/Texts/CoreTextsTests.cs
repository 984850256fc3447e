using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Texts;

public sealed class CoreTextsTests
{
    private static readonly TextCatalogue Core = TextCatalogue.LoadCore();

    [Fact]
    public void The_host_speaks_both_languages() => Assert.NotEmpty(Core.Keys);

    [Theory]
    [InlineData("start")]
    [InlineData("menu")]
    [InlineData("help")]
    [InlineData("language")]
    [InlineData("cancel")]
    public void Every_command_of_the_host_is_described(string command) =>
        Assert.All(Language.All, language => Assert.InRange(In(language).Get($"core.command.{command}").Length, 1, 256));

    [Fact]
    public void Every_role_has_a_name() =>
        Assert.All(["owner", "executive", "manager", "employee"], role => Assert.True(Core.Has($"core.role.{role}")));

    [Fact]
    public void What_appears_as_a_toast_is_short_enough_for_one() =>
        Assert.All(
            Core.Keys.Where(key => key.StartsWith("core.screen.", StringComparison.Ordinal) || key.StartsWith("core.cancel.", StringComparison.Ordinal)),
            key => Assert.All(Language.All, language => Assert.InRange(In(language).Get(key).Length, 1, 200)));

    [Fact]
    public void The_incident_shows_its_code() =>
        Assert.All(Language.All, language =>
            Assert.Contains("A1B2", In(language).GetMarkup("core.incident", ("code", "A1B2")).Html, StringComparison.Ordinal));

    private static ModuleText In(Language language) => new(TextCatalogue.Empty("shop"), Core, language);
}
