using System.Text.Json.Nodes;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using DrAivBot.Testing.Conformance;

namespace DrAivBot.Teams.Tests.Conformance;

/// <summary>Every check of the conformance goes red on a real module that is wrong in just that way, and says what, where and the cure.</summary>
public sealed class SeededFaultTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reference_to_the_host_is_found()
    {
        await using var stage = new ConformanceStage(postgres);

        var refusal = await stage.RefusalAsync(Of("ReferencesHost", "references_host"));

        Assert.Contains("A module references the contracts only: remove that reference.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_one_language_lacks_are_found()
    {
        var findings = await TextsCheck.RunAsync(TestModule.Plugin("BadTexts", "bad_texts"), Cancellation);

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal("Texts/ru.json, Texts/en.json", finding.Where));
    }

    [Fact]
    public async Task A_migration_that_rows_stand_in_the_way_of_is_found_where_an_empty_database_takes_it()
    {
        var finding = Assert.Single(await new MigrationCheck(postgres, TestModule.Plugin("RowsInTheWay", "rows_in_the_way")).RunAsync(Cancellation));

        Assert.Contains("column \"owner\" of relation \"things\" contains null values", finding.What, StringComparison.Ordinal);
        Assert.Equal("Migrations/, from a database that stands at 0001_things.sql and has rows", finding.Where);
        Assert.Contains("give a new column a default", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_row_level_security_is_found()
    {
        var findings = await new TableCheck(postgres, TestModule.Plugin("NoRls", "no_rls")).RunAsync(Cancellation);

        Assert.Contains(findings, finding => finding.What.Contains("no_rls.open_to_all has no row level security", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_a_static_cache_gives_to_another_company_is_found()
    {
        var subject = Of("ForgetsCompany", "forgets_company") with { PrepareAsync = (_, owner) => WriteSecretAsync(owner) };
        await using var stage = new ConformanceStage(postgres);

        var findings = await new IsolationCheck((await stage.HostAsync(subject))!, subject).RunAsync();

        Assert.Contains(findings, finding => finding.Where == "route forgets_company.secret" && finding.What.StartsWith("An id of another company", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.What == "«The secret of Anna» of another company was shown.");
    }

    [Fact]
    public async Task A_table_with_nothing_to_steal_is_found()
    {
        var subject = Of("Notes", "notes");
        await using var stage = new ConformanceStage(postgres);

        var finding = Assert.Single(await new IsolationCheck((await stage.HostAsync(subject))!, subject).RunAsync());

        Assert.Equal(("There is nothing to steal, so this check could not fail.", "notes.notes"), (finding.What, finding.Where));
    }

    [Fact]
    public async Task Dead_buttons_and_a_screen_that_cannot_be_left_are_found()
    {
        var subject = Of("DeadButtons", "dead_buttons");
        await using var stage = new ConformanceStage(postgres);

        var findings = await RoleCrawl.RunAsync((await stage.HostAsync(subject))!, subject, CompanyRoles.Owner);

        Assert.Equal(
            [
                "«Deaf» does nothing that a user could see.", "«Explode» fails: the handler threw an exception.",
                "«Gone» leads to nothing: Not found or not available.", "«◀️ Back» never arrives at the menu.",
            ],
            findings.Select(finding => finding.What));
        Assert.StartsWith("as owner: «Hall» → «Deaf»", findings[0].Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_stays_in_memory_is_found()
    {
        await using var stage = new ConformanceStage(postgres);

        var finding = Assert.Single(await new UnloadCheck(stage, Of("HoldsOn", "holds_on")).RunAsync());

        Assert.Contains("is still in memory", finding.What, StringComparison.Ordinal);
        Assert.Contains("handlers on static events", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_without_a_way_to_the_menu_and_a_button_that_carries_too_much_are_found()
    {
        var screen = ChatMessage.Of(JsonNode.Parse($$"""
            {
              "message_id": 1, "text": "Hall", "sandbox": { "from_bot": true, "edited": false, "seq": 1, "deleted": false },
              "reply_markup": { "inline_keyboard": [[{ "text": "Heavy", "callback_data": "{{new string('x', 65)}}" }]] }
            }
            """)!);

        var findings = ScreenRules.Check(screen, new("en"), "here").Select(finding => finding.What);

        Assert.Equal(["«Heavy» carries 65 bytes; Telegram takes 1 to 64.", "A screen has no way to the menu."], findings);
    }

    private static ConformanceSubject Of(string folder, string id) => new() { Module = TestModule.Plugin(folder, id) };

    private static async Task WriteSecretAsync(ChatUser owner)
    {
        await owner.SayAsync("/menu");
        await owner.PressAsync("Secrets");
        await owner.PressAsync("Write");
    }
}
