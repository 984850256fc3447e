using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class IsolationTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_companies_see_nothing_of_each_other_through_any_method()
    {
        var stage = database.Stage();
        var (anna, boris) = (Person.Named("Анна"), Person.Named("Борис"));
        var (hers, his) = (await stage.RegisterAsync(anna, "Ветер"), await stage.RegisterAsync(boris, "Маяк"));
        await stage.ArrangeAsync("update core.divisions set name = 'Тайна' where company_id = $1", his.Value);
        await stage.ArrangeAsync("update core.departments set name = 'Тайна' where company_id = $1", his.Value);
        await stage.ArrangeAsync("update core.positions set name = 'Тайна' where company_id = $1", his.Value);
        var foreign = new PositionId(await stage.PeekAsync<Guid>("select id from core.positions where company_id = $1 and number = 6", his.Value));

        Assert.Null(await stage.ActAsync(anna, hers, chart => chart.FindPositionAsync(foreign, Cancellation)));
        Assert.Empty(await stage.ActAsync(anna, hers, chart => chart.ListPositionsOfAsync(boris.Id, Cancellation)));
        foreach (var division in await stage.ActAsync(anna, hers, chart => chart.ListDivisionsAsync(Cancellation)))
        {
            var page = await stage.ActAsync(anna, hers, chart => chart.FindDivisionAsync(division.Number, Cancellation));
            Assert.Equal((3, 3), (division.PositionCount, page!.Departments.Count));
            Assert.DoesNotContain("Тайна", page.Departments.Select(department => department.Name).Append(division.Name));
        }

        var department = await stage.ActAsync(anna, hers, chart => chart.FindDepartmentAsync(6, Cancellation));
        Assert.Equal("Анна", Assert.Single(department!.Positions).Holder!.Name);
    }

    [Fact]
    public async Task A_guest_sees_nothing()
    {
        var stage = database.Stage();
        var (anna, guest) = (Person.Named("Анна"), Person.Named("Гость"));
        var company = await stage.RegisterAsync(anna);
        var position = new PositionId(await stage.PeekAsync<Guid>("select id from core.positions where company_id = $1 and number = 6", company.Value));

        Assert.Empty(await stage.ActAsync(guest, company: null, chart => chart.ListDivisionsAsync(Cancellation)));
        Assert.Null(await stage.ActAsync(guest, company: null, chart => chart.FindDivisionAsync(1, Cancellation)));
        Assert.Null(await stage.ActAsync(guest, company: null, chart => chart.FindDepartmentAsync(1, Cancellation)));
        Assert.Null(await stage.ActAsync(guest, company: null, chart => chart.FindPositionAsync(position, Cancellation)));
        Assert.Empty(await stage.ActAsync(guest, company: null, chart => chart.ListPositionsOfAsync(anna.Id, Cancellation)));
    }

    [Fact]
    public async Task Row_level_security_hides_every_table_even_from_a_host_that_forgot_the_company()
    {
        var stage = database.Stage();
        await stage.RegisterAsync(Person.Named("Анна"));
        await using var turn = await stage.OpenTurnAsync();

        await using var reader = await turn.CreateHostBatch()
            .Add("select (select count(*) from core.companies) + (select count(*) from core.members) + (select count(*) from core.positions) + (select count(*) from core.holdings) + (select count(*) from core.audit)")
            .ReadAsync(Cancellation);

        await reader.ReadAsync(Cancellation);
        Assert.Equal(0L, reader.GetInt64(0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(22)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_number_that_no_unit_has_is_not_found(int number)
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var company = await stage.RegisterAsync(anna);

        Assert.Null(await stage.ActAsync(anna, company, chart => chart.FindDivisionAsync(number, Cancellation)));
        Assert.Equal(number == 8, await stage.ActAsync(anna, company, chart => chart.FindDepartmentAsync(number, Cancellation)) is not null);
        Assert.Null(await stage.ActAsync(anna, company, chart => chart.FindPositionAsync(new(Guid.NewGuid()), Cancellation)));
    }
}
