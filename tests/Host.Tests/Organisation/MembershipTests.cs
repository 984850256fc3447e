using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using Npgsql;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class MembershipTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_acts_in_the_wanted_company_and_otherwise_in_the_one_they_joined_first()
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var first = await stage.RegisterAsync(anna, "Ветер");
        stage.Time.Advance(TimeSpan.FromDays(1));
        var second = await stage.RegisterAsync(anna, "Маяк");
        var foreign = await stage.RegisterAsync(Person.Named("Борис"), "Чужая");

        Assert.Equal((second, "Маяк", CompanyRoles.Owner), await MemberOfAsync(stage, anna, second));
        Assert.Equal((first, "Ветер", CompanyRoles.Owner), await MemberOfAsync(stage, anna, wanted: null));
        Assert.Equal((first, "Ветер", CompanyRoles.Owner), await MemberOfAsync(stage, anna, foreign));
        Assert.Null(await MemberOfAsync(stage, Person.Named("Гость"), first));
    }

    [Fact]
    public async Task A_person_who_left_is_no_member_any_more()
    {
        var stage = database.Stage();
        var (anna, vera) = (Person.Named("Анна"), Person.Named("Вера"));
        var company = await stage.RegisterAsync(anna);
        await stage.JoinAsync(company, vera, stage.Time.GetUtcNow());
        Assert.Equal(company, (await MemberOfAsync(stage, vera, company))?.Company);

        await stage.ArrangeAsync("update core.members set left_at = joined_at where user_id = $1", vera.Id.Value);

        Assert.Null(await MemberOfAsync(stage, vera, company));
        Assert.Empty(await stage.ActAsync(vera, company, chart => chart.ListPositionsOfAsync(vera.Id, Cancellation)));
    }

    [Fact]
    public async Task The_rest_of_a_turn_that_enters_another_company_works_in_that_one()
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var first = await stage.RegisterAsync(anna, "Ветер");
        var second = await stage.RegisterAsync(anna, "Маяк");
        var own = await stage.PostAsync(second, 6);

        await stage.InAsync(anna, first, async work =>
        {
            Assert.Null(await new TurnOrganisation(work).FindPositionAsync(own, Cancellation));
            Assert.True(await new TurnCompanies(work.Database, work.Acting, work.Active).EnterAsync(second, Cancellation));
            Assert.NotNull(await new TurnOrganisation(work).FindPositionAsync(own, Cancellation));
            Assert.Equal(second, work.Active.Id);
            return true;
        });
    }

    [Fact]
    public async Task The_role_follows_from_the_posts_held_and_the_highest_applies()
    {
        var stage = database.Stage();
        var vera = Person.Named("Вера");
        var company = await stage.RegisterAsync(Person.Named("Анна"));
        await stage.JoinAsync(company, vera, stage.Time.GetUtcNow());
        Assert.Equal(CompanyRoles.Employee, (await MemberOfAsync(stage, vera, company))?.Role);

        await stage.AppointAsync(company, 6, vera);
        Assert.Equal(CompanyRoles.Manager, (await MemberOfAsync(stage, vera, company))?.Role);

        await stage.AppointAsync(company, 19, vera);
        Assert.Equal(CompanyRoles.Executive, (await MemberOfAsync(stage, vera, company))?.Role);

        await stage.AppointAsync(company, 21, vera);
        Assert.Equal(CompanyRoles.Owner, (await MemberOfAsync(stage, vera, company))?.Role);

        await stage.VacateAsync(company, 21);
        await stage.VacateAsync(company, 19);
        Assert.Equal(CompanyRoles.Manager, (await MemberOfAsync(stage, vera, company))?.Role);
    }

    [Fact]
    public async Task What_happened_cannot_be_rewritten_by_the_host()
    {
        var stage = database.Stage();
        var company = await stage.RegisterAsync(Person.Named("Анна"));
        await using var turn = await stage.OpenTurnAsync();
        await turn.UseCompanyAsync(company, Cancellation);

        var error = await Assert.ThrowsAsync<PostgresException>(() => turn.CreateHostBatch().Add("update core.audit set act = 'nothing'").ExecuteAsync(Cancellation));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
    }

    private static async Task<(CompanyId Company, string Name, CompanyRoles Role)?> MemberOfAsync(OrganisationStage stage, Person person, CompanyId? wanted)
    {
        await using var turn = await stage.OpenTurnAsync();
        await using var reader = await turn.CreateHostBatch()
            .Add(
                "select company_id, company_name, role, time_zone from core.members_of(array[$1], array[$2])",
                new NpgsqlParameter<Guid> { TypedValue = person.Id.Value },
                new NpgsqlParameter<Guid?> { TypedValue = wanted?.Value })
            .ReadAsync(Cancellation);
        if (!await reader.ReadAsync(Cancellation))
        {
            return null;
        }

        var found = (new CompanyId(reader.GetGuid(0)), reader.GetString(1), (CompanyRoles)reader.GetInt32(2));
        Assert.Equal("Asia/Almaty", reader.GetString(3));
        Assert.False(await reader.ReadAsync(Cancellation));
        return found;
    }
}
