using DrAivBot.Assistant;
using DrAivBot.Host.Assistant;
using DrAivBot.Host.Tests.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Assistant;

public sealed class AssistantTermsTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private const int Version = TurnAssistantTerms.ConsentVersion;

    private static readonly AssistantParts Parts = new(new() { ApiKey = "sk-0123456789", ReportsPerMonth = 1 }, TextCatalogue.LoadCore());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owner_consents_and_takes_it_back_and_the_audit_knows()
    {
        var (stage, anna, company) = await FoundAsync();
        Assert.Equal(ConsentOutcome.Done, await GiveAsync(stage, anna, company));
        Assert.Equal(ConsentOutcome.Unchanged, await GiveAsync(stage, anna, company));
        Assert.True((await FindAsync(stage, anna, company))!.IsReady);

        Assert.Equal(ConsentOutcome.Done, await WithdrawAsync(stage, anna, company));
        Assert.Equal(ConsentOutcome.Unchanged, await WithdrawAsync(stage, anna, company));
        Assert.False((await FindAsync(stage, anna, company))!.HasConsent);
        Assert.Equal(ConsentOutcome.Done, await GiveAsync(stage, anna, company));
        Assert.Equal(2L, await stage.PeekAsync<long>("select count(*) from core.assistant_consents where company_id = $1 and version = 1", company.Value));
        Assert.True(await stage.HasActAsync(company, "assistant.consented"));
        Assert.True(await stage.HasActAsync(company, "assistant.withdrawn"));
    }

    [Fact]
    public async Task Nobody_else_consents_or_takes_it_back()
    {
        var (stage, anna, company) = await FoundAsync();
        var director = await stage.HireAsync(company, "Борис", 19);
        Assert.Equal(ConsentOutcome.Forbidden, await GiveAsync(stage, director, company));
        await GiveAsync(stage, anna, company);
        Assert.Equal(ConsentOutcome.Forbidden, await WithdrawAsync(stage, director, company));
        Assert.True((await FindAsync(stage, director, company))!.HasConsent);
        Assert.True(await stage.HasActAsync(company, "denied:assistant.consented"));
        Assert.True(await stage.HasActAsync(company, "denied:assistant.withdrawn"));
    }

    [Fact]
    public async Task A_text_that_was_not_shown_is_not_agreed_to()
    {
        var (stage, anna, company) = await FoundAsync();
        Assert.Equal(ConsentOutcome.OtherText, await ActAsync(stage, anna, company, terms => terms.GiveConsentAsync(Version - 1, Cancel)));
        Assert.False((await FindAsync(stage, anna, company))!.HasConsent);
    }

    [Fact]
    public async Task The_month_is_that_of_the_companys_clock()
    {
        var (stage, anna, company) = await FoundAsync();
        var clock = await stage.PeekAsync<string>("select pg_get_functiondef('core.clock'::regproc)");
        await stage.ArrangeAsync("create or replace function core.clock() returns timestamptz language sql stable return timestamptz '2031-10-31 20:30+00'");
        try
        {
            // In Almaty it is November.
            Assert.Equal(new DateOnly(2031, 12, 1), (await FindAsync(stage, anna, company))!.Quota.RenewsOn);
        }
        finally
        {
            await stage.ArrangeAsync(clock!);
        }
    }

    [Fact]
    public async Task Two_at_the_same_moment_do_not_both_get_the_last()
    {
        var (stage, anna, company) = await FoundAsync();
        await GiveAsync(stage, anna, company);
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ActAsync(stage, anna, company, terms => terms.OpenAsync(Request($"report:{number}"), Cancel))));
        Assert.Single(opened, one => one.Refusal is null);
        Assert.Equal(1, (await FindAsync(stage, anna, company))!.Quota.Used);
    }

    [Fact]
    public async Task What_was_begun_and_never_ended_is_given_back_in_time()
    {
        var (stage, anna, company) = await FoundAsync();
        await GiveAsync(stage, anna, company);
        Assert.Null((await ActAsync(stage, anna, company, terms => terms.OpenAsync(Request("a"), Cancel))).Refusal);
        Assert.Null((await ActAsync(stage, anna, company, terms => terms.OpenAsync(Request("a"), Cancel))).Refusal);
        Assert.NotNull((await ActAsync(stage, anna, company, terms => terms.OpenAsync(Request("b"), Cancel))).Refusal);
        await stage.ArrangeAsync("update core.assistant_charges set held_until = core.clock() - interval '1 second' where company_id = $1", company.Value);
        Assert.Null((await ActAsync(stage, anna, company, terms => terms.OpenAsync(Request("b"), Cancel))).Refusal);
    }

    [Fact]
    public async Task Whose_data_were_erased_is_no_name_to_look_for()
    {
        var (stage, anna, company) = await FoundAsync();
        await GiveAsync(stage, anna, company);
        await stage.HireAsync(company, "Сотрудник удалён");
        var opened = await ActAsync(stage, anna, company, terms => terms.OpenAsync(Request("a"), Cancel));
        Assert.Equal(["Анна"], opened.People.Select(person => person.Names[0]));
    }

    private static AssistantRequest Request(string charge) =>
        new() { Purpose = "report", Instructions = "Write.", Data = "{}", Schema = "{}", SchemaName = "report", Charge = charge };

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        return (stage, anna, await stage.RegisterAsync(anna));
    }

    private static Task<ConsentOutcome> GiveAsync(OrganisationStage stage, Person person, CompanyId company) =>
        ActAsync(stage, person, company, terms => terms.GiveConsentAsync(Version, Cancel));

    private static Task<ConsentOutcome> WithdrawAsync(OrganisationStage stage, Person person, CompanyId company) =>
        ActAsync(stage, person, company, terms => terms.WithdrawConsentAsync(Cancel));

    private static Task<AssistantState?> FindAsync(OrganisationStage stage, Person person, CompanyId company) =>
        ActAsync(stage, person, company, terms => terms.FindStateAsync(Cancel));

    private static Task<T> ActAsync<T>(OrganisationStage stage, Person person, CompanyId company, Func<TurnAssistantTerms, Task<T>> act) =>
        stage.InAsync(person, company, work => act(new(work, "chores", Parts)));
}
