using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class RegistrationTests(PostgresFixture postgres)
{
    private static readonly NewCompany Good = new() { Name = "Северный ветер", TimeZone = "Asia/Almaty", Currency = "KZT" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registered_company_has_7_divisions_21_departments_and_21_positions()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);

        var company = await stage.RegisterAsync(Person.Named("Анна"));

        Assert.Equal(7L, await stage.PeekAsync<long>("select count(*) from core.divisions where company_id = $1", company.Value));
        Assert.Equal(21L, await stage.PeekAsync<long>("select count(*) from core.departments where company_id = $1", company.Value));
        Assert.Equal(21L, await stage.PeekAsync<long>("select count(*) from core.positions where company_id = $1", company.Value));
        Assert.Equal(5L, await stage.PeekAsync<long>("select count(*) from core.working_days where company_id = $1", company.Value));
        Assert.Equal("21:00:00", await stage.PeekAsync<string>("select quiet_from::text from core.companies where company_id = $1", company.Value));
        Assert.Equal("KZT", await stage.PeekAsync<string>("select currency from core.companies where company_id = $1", company.Value));
    }

    [Fact]
    public async Task The_founder_holds_position_21_for_good_and_the_other_twenty_for_the_time_being()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);
        var founder = Person.Named("Анна");
        var company = await stage.RegisterAsync(founder);

        var positions = await stage.ActAsync(founder, company, chart => chart.ListPositionsOfAsync(founder.Id, Cancellation));

        Assert.Equal(Enumerable.Range(1, 21), positions.Select(position => position.Number));
        Assert.All(positions, position => Assert.Equal(position.Number != 21, position.IsVacant));
        Assert.All(positions, position => Assert.Equal("Анна", position.Holder!.Name));
    }

    [Fact]
    public async Task Registration_is_audited_and_makes_the_company_the_active_one()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);
        var founder = Person.Named("Анна");
        await using var database = await stage.OpenTurnAsync();
        var active = new ActiveCompany();
        var organisation = stage.Organisation(founder, database, active);

        var company = await organisation.RegisterCompanyAsync(Good, Cancellation);
        var divisions = await organisation.ListDivisionsAsync(Cancellation);
        await database.CommitAsync(Cancellation);

        Assert.Equal(new Member { CompanyId = company, CompanyName = Good.Name, Role = CompanyRoles.Owner }, active.Member);
        Assert.Equal(7, divisions.Count);
        Assert.Equal(
            $"company.registered {founder.Id} 21 {Good.Name}",
            await stage.PeekAsync<string>(
                """
                select a.act || ' ' || a.user_id || ' ' || p.number || ' ' || (a.after ->> 'name')
                from core.audit a join core.positions p on p.id = a.position_id where a.company_id = $1
                """,
                company.Value));
    }

    [Fact]
    public async Task A_turn_that_fails_after_registering_leaves_nothing()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);
        await using (var database = await stage.OpenTurnAsync())
        {
            await stage.Organisation(Person.Named("Анна"), database, new()).RegisterCompanyAsync(Good, Cancellation);
        }

        await AssertNothingStandsAsync(stage);
    }

    [Fact]
    public async Task A_registration_whose_last_row_is_refused_leaves_nothing_and_no_active_company()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);
        await stage.ArrangeAsync("alter table core.audit add check (act <> 'company.registered')");
        var active = new ActiveCompany();
        await using (var database = await stage.OpenTurnAsync())
        {
            await Assert.ThrowsAsync<PostgresException>(() =>
                stage.Organisation(Person.Named("Анна"), database, active).RegisterCompanyAsync(Good, Cancellation));
        }

        Assert.Null(active.Member);
        await AssertNothingStandsAsync(stage);
    }

    [Theory]
    [InlineData("A", "Asia/Almaty", "KZT", "name")]
    [InlineData("123", "Asia/Almaty", "KZT", "name")]
    [InlineData(" Ветер", "Asia/Almaty", "KZT", "name")]
    [InlineData("Ветер\0", "Asia/Almaty", "KZT", "name")]
    [InlineData("Ветер", "Asia/Atlantis", "KZT", "Asia/Atlantis")]
    [InlineData("Ветер", "../../etc/localtime", "KZT", "localtime")]
    [InlineData("Ветер", "Asia/Almaty", "kzt", "kzt")]
    [InlineData("Ветер", "Asia/Almaty", "KZT\n", "KZT")]
    public void A_module_that_registers_something_wrong_is_told_what(string name, string timeZone, string currency, string named)
    {
        var error = Assert.Throws<ArgumentException>(() => NewCompanyRules.Check(new() { Name = name, TimeZone = timeZone, Currency = currency }));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_no_name()
    {
        var name = "Ветер " + '\ud83c';

        Assert.Throws<ArgumentException>(() => NewCompanyRules.Check(Good with { Name = name }));
        NewCompanyRules.Check(Good with { Name = name + '\udf2c' });
    }

    [Fact]
    public async Task A_wrong_company_is_refused_before_anything_is_written()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);

        await Assert.ThrowsAsync<ArgumentException>(() => stage.RegisterAsync(Person.Named("Анна"), timeZone: "Asia/Atlantis"));

        await AssertNothingStandsAsync(stage);
    }

    [Fact]
    public async Task One_person_may_own_two_companies_of_the_same_name()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);
        var founder = Person.Named("Анна");

        var first = await stage.RegisterAsync(founder);
        var second = await stage.RegisterAsync(founder);

        Assert.NotEqual(first, second);
        Assert.Equal(2L, await stage.PeekAsync<long>("select count(*) from core.companies"));
    }

    [Fact]
    public async Task A_position_has_one_holder_at_a_time()
    {
        await using var stage = await OrganisationStage.OpenAsync(postgres);
        var founder = Person.Named("Анна");
        var company = await stage.RegisterAsync(founder);

        var error = await Assert.ThrowsAsync<PostgresException>(() => stage.ArrangeAsync(
            """
            insert into core.holdings (company_id, id, position_id, user_id, since)
            select company_id, $2, id, $3, now() from core.positions where company_id = $1 and number = 6
            """,
            company.Value, Guid.NewGuid(), founder.Id.Value));

        Assert.Equal("holdings_one_holder_a_position", error.ConstraintName);
    }

    private static async Task AssertNothingStandsAsync(OrganisationStage stage)
    {
        foreach (var table in new[] { "companies", "members", "divisions", "departments", "positions", "holdings", "working_days", "audit" })
        {
            Assert.Equal(0L, await stage.PeekAsync<long>($"select count(*) from core.{table}"));
        }
    }
}
