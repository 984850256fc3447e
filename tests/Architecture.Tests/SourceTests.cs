namespace DrAivBot.Architecture.Tests;

public sealed class SourceTests
{
    [Fact]
    public void Every_source_file_keeps_the_rules_of_the_house() => Assert.Equal(
        "",
        string.Join('\n', Repository.Files("*.cs", "analyzers", "contracts", "host", "plugins").SelectMany(file => SourceRules.Check(file, File.ReadAllText(Repository.PathOf(file))))));

    [Fact]
    public void No_file_of_the_tests_or_scripts_is_unfinished() => Assert.DoesNotContain(
        Repository.Files("*.cs", "templates", "tests").Concat(Repository.Files("*.sh", "scripts", "tests")).Concat(["run.sh", "test.sh"]),
        file => SourceRules.Unfinished(File.ReadAllText(Repository.PathOf(file))) is not null);

    [Fact]
    public void A_file_of_more_than_300_lines_is_found() => Assert.NotNull(SourceRules.TooLong("Long.cs", new string('\n', 301)));

    [Fact]
    public void A_region_is_found() => Assert.NotNull(SourceRules.Region("    #region Helpers"));

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("return DateTimeOffset.UtcNow.AddDays(1);")]
    public void The_systems_clock_is_found(string code) => Assert.NotNull(SourceRules.Clock(code));

    [Theory]
    [InlineData("// DateTime.Now is banned here")]
    [InlineData("Say(\"DateTime.Now\");")]
    public void The_systems_clock_may_be_spoken_of(string code) => Assert.Null(SourceRules.Clock(code));

    [Fact]
    public void Unfinished_work_is_found()
    {
        Assert.NotNull(SourceRules.Unfinished("// TO" + "DO later"));
        Assert.NotNull(SourceRules.Unfinished("throw new Not" + "ImplementedException();"));
    }

    [Theory]
    [InlineData("try { } catch (Exception failure) { Log(failure); }")]
    [InlineData("try { } catch { Log(); }")]
    public void Catching_everything_is_found_outside_the_boundaries(string code)
    {
        Assert.NotNull(SourceRules.CatchAll("host/Texts/Quiet.cs", code));
        Assert.Null(SourceRules.CatchAll("host/Updates/TurnRunner.cs", code));
    }

    [Theory]
    [InlineData("try { } catch (Exception e) when (e is IOException) { Log(e); }")]
    [InlineData("try { } catch { await connection.DisposeAsync(); throw; }")]
    public void Catching_precisely_and_cleaning_up_are_allowed(string code) => Assert.Null(SourceRules.CatchAll("host/Texts/Loud.cs", code));

    [Theory]
    [InlineData("Say(\"Привет\");")]
    [InlineData("Say($\"\"\"\n    Привет\n    \"\"\");")]
    public void A_users_text_in_code_is_found(string code) => Assert.NotNull(SourceRules.UserText("plugins/company/Loud.cs", code));

    [Fact]
    public void A_users_text_in_a_comment_is_allowed() => Assert.Null(SourceRules.UserText("plugins/company/Quiet.cs", "// «Привет» is said elsewhere\nSay(\"hello\");"));
}
