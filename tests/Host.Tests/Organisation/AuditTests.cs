using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>What modules write into a company's audit.</summary>
public sealed class AuditTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_says_who_from_which_post_when_what_was_and_what_is_under_the_name_of_the_module()
    {
        var (stage, anna, company) = await FoundAsync();
        var post = await stage.PostAsync(company, 21);

        await NoteAsync(stage, anna, company, new() { Act = "wish.changed", Position = post, Before = Facts("text", "old"), After = Facts("text", null) });

        Assert.Equal(
            $$"""{{anna.Id}} {{post}} {"text": "old"} {"text": null}""",
            await stage.PeekAsync<string>(
                "select concat_ws(' ', user_id, position_id, before, after) from core.audit where company_id = $1 and act = 'wishes.wish.changed' and at = $2",
                company.Value, stage.Time.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_refused_is_told_from_what_was_done()
    {
        var (stage, anna, company) = await FoundAsync();

        await NoteAsync(stage, anna, company, new() { Act = "wish.granted", IsRefused = true });

        Assert.True(await stage.HasActAsync(company, "denied:wishes.wish.granted"));
        Assert.False(await stage.HasActAsync(company, "wishes.wish.granted"));
    }

    [Fact]
    public async Task A_line_is_there_when_the_work_commits_and_not_otherwise()
    {
        var (stage, anna, company) = await FoundAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => stage.InAsync<bool>(anna, company, async work =>
        {
            await new TurnAudit(work, "wishes").NoteAsync(new() { Act = "wish.granted" }, Cancellation);
            throw new TimeoutException("What follows fails.");
        }));

        Assert.False(await stage.HasActAsync(company, "wishes.wish.granted"));
    }

    [Fact]
    public async Task A_line_is_never_changed_or_taken_away()
    {
        var (stage, anna, company) = await FoundAsync();
        await NoteAsync(stage, anna, company, new() { Act = "wish.granted" });

        foreach (var sql in new[] { "update core.audit set act = 'wishes.nothing'", "delete from core.audit" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.InAsync(anna, company, async work =>
            {
                await work.Batch().Add(sql).ExecuteAsync(Cancellation);
                return true;
            }));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        Assert.True(await stage.HasActAsync(company, "wishes.wish.granted"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Wish granted")]
    [InlineData("wish'granted")]
    public async Task A_name_that_nobody_could_look_for_is_refused_with_what_to_write_instead(string act)
    {
        var (stage, anna, company) = await FoundAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => NoteAsync(stage, anna, company, new() { Act = act }));

        Assert.Contains("Use 1 to 60 characters of a-z, 0-9, '_' and '.'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_without_a_company_has_no_audit()
    {
        var (stage, anna, _) = await FoundAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => NoteAsync(stage, anna, company: null, new() { Act = "wish.granted" }));

        Assert.Contains("Module 'wishes' writes to the audit without a company", refused.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Facts(string name, string? value) => new(StringComparer.Ordinal) { [name] = value };

    private static Task<bool> NoteAsync(OrganisationStage stage, Person who, CompanyId? company, AuditEntry entry) => stage.InAsync(who, company, async work =>
    {
        await new TurnAudit(work, "wishes").NoteAsync(entry, Cancellation);
        return true;
    });

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        return (stage, anna, await stage.RegisterAsync(anna));
    }
}
