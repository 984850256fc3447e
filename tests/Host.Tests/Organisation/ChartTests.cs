using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class ChartTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_founders_temporary_posts_count_as_vacant()
    {
        var stage = database.Stage();
        var founder = Person.Named("Анна");
        var company = await stage.RegisterAsync(founder);

        var divisions = await stage.ActAsync(founder, company, chart => chart.ListDivisionsAsync(Cancellation));

        Assert.Equal([7, 1, 2, 3, 4, 5, 6], divisions.Select(division => division.Number));
        Assert.All(divisions, division => Assert.Equal(3, division.PositionCount));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0], divisions.Select(division => division.FilledCount));
    }

    [Fact]
    public async Task Units_and_posts_are_named_in_the_language_of_whoever_looks()
    {
        var stage = database.Stage();
        var founder = Person.Named("Анна");
        var company = await stage.RegisterAsync(founder);

        var russian = await stage.ActAsync(founder, company, chart => chart.FindDepartmentAsync(6, Cancellation));
        var english = await stage.ActAsync(founder with { Language = "en" }, company, chart => chart.FindDepartmentAsync(6, Cancellation));

        Assert.Equal("Отдел продаж", russian!.Department.Name);
        Assert.Equal("Начальник отдела продаж", Assert.Single(russian.Positions).Name);
        Assert.Equal("Оплаченный заказ", russian.Department.Product);
        Assert.Equal("Sales Department", english!.Department.Name);
        Assert.Equal("Head of Sales", Assert.Single(english.Positions).Name);
    }

    [Fact]
    public async Task A_name_the_company_gave_is_shown_in_every_language()
    {
        var stage = database.Stage();
        var founder = Person.Named("Анна", "en");
        var company = await stage.RegisterAsync(founder);
        await stage.ArrangeAsync("update core.divisions set name = 'Магазины' where company_id = $1 and number = 2", company.Value);
        await stage.ArrangeAsync("update core.departments set name = 'Прилавок' where company_id = $1 and number = 6", company.Value);
        await stage.ArrangeAsync("update core.positions set name = 'Старший продавец' where company_id = $1 and number = 6", company.Value);

        var division = await stage.ActAsync(founder, company, chart => chart.FindDivisionAsync(2, Cancellation));
        var card = await CardAsync(stage, founder, company, 6);

        Assert.Equal("Магазины", division!.Division.Name);
        Assert.Equal(["Marketing Department", "Promotional Materials Department", "Прилавок"], division.Departments.Select(unit => unit.Name));
        Assert.Equal(("Старший продавец", "Магазины", "Прилавок"), (card.Position.Name, card.DivisionName, card.DepartmentName));
    }

    [Fact]
    public async Task While_the_founder_minds_all_posts_each_stands_below_position_21()
    {
        var stage = database.Stage();
        var founder = Person.Named("Анна");
        var company = await stage.RegisterAsync(founder);

        foreach (var number in Enumerable.Range(1, 20))
        {
            Assert.Equal(21, (await CardAsync(stage, founder, company, number)).Superior?.Number);
        }

        Assert.Null((await CardAsync(stage, founder, company, 21)).Superior);
    }

    [Fact]
    public async Task Appointed_people_take_their_place_in_the_chain()
    {
        var stage = database.Stage();
        var (founder, director, seller) = (Person.Named("Анна"), Person.Named("Борис"), Person.Named("Вера"));
        var company = await stage.RegisterAsync(founder);
        await stage.JoinAsync(company, director, stage.Time.GetUtcNow());
        await stage.JoinAsync(company, seller, stage.Time.GetUtcNow());
        await stage.AppointAsync(company, 19, director);
        await stage.AppointAsync(company, 6, seller);

        Assert.Equal(19, (await CardAsync(stage, seller, company, 6)).Superior?.Number);
        Assert.Equal("Борис", (await CardAsync(stage, seller, company, 20)).Superior?.Holder?.Name);
        Assert.Equal(21, (await CardAsync(stage, seller, company, 19)).Superior?.Number);
        var sales = await stage.ActAsync(seller, company, chart => chart.FindDepartmentAsync(6, Cancellation));
        Assert.Equal((1, 1), (sales!.Department.FilledCount, sales.Department.PositionCount));
        Assert.Equal([6], (await stage.ActAsync(seller, company, chart => chart.ListPositionsOfAsync(seller.Id, Cancellation))).Select(post => post.Number));
    }

    [Fact]
    public async Task Added_posts_are_counted_and_stand_below_the_heads_of_their_units()
    {
        var stage = database.Stage();
        var (founder, head) = (Person.Named("Анна"), Person.Named("Борис"));
        var company = await stage.RegisterAsync(founder);
        await stage.JoinAsync(company, head, stage.Time.GetUtcNow());
        await AddPostAsync(stage, company, 22, "division_head", department: null);
        await AddPostAsync(stage, company, 23, "specialist", department: 6);
        await stage.AppointAsync(company, 22, head);

        var division = await stage.ActAsync(founder, company, chart => chart.FindDivisionAsync(2, Cancellation));
        var specialist = await CardAsync(stage, founder, company, 23);
        var divisionHead = await CardAsync(stage, founder, company, 22);

        Assert.Equal((1, 5), (division!.Division.FilledCount, division.Division.PositionCount));
        Assert.Equal([1, 1, 2], division.Departments.Select(department => department.PositionCount));
        Assert.Equal((22, PositionKind.Specialist), (specialist.Superior?.Number, specialist.Position.Kind));
        Assert.Equal(("Коммерческий директор", (string?)null, 21), (divisionHead.Position.Name, divisionHead.DepartmentName, divisionHead.Superior?.Number));
        Assert.Null(specialist.Position.Holder);
    }

    [Fact]
    public async Task An_archived_post_is_gone_from_the_chart()
    {
        var stage = database.Stage();
        var founder = Person.Named("Анна");
        var company = await stage.RegisterAsync(founder);
        await AddPostAsync(stage, company, 22, "specialist", department: 6);
        var id = await stage.PeekAsync<Guid>("update core.positions set archived_at = now() where company_id = $1 and number = 22 returning id", company.Value);

        Assert.Null(await stage.ActAsync(founder, company, chart => chart.FindPositionAsync(new(id), Cancellation)));
        var sales = await stage.ActAsync(founder, company, chart => chart.FindDepartmentAsync(6, Cancellation));
        Assert.Equal(1, sales!.Department.PositionCount);
    }

    [Theory]
    [InlineData(18, 30, false)]
    [InlineData(19, 30, true)]
    public async Task A_deputy_is_shown_from_midnight_of_the_companys_own_zone(int utcHour, int minute, bool isShown)
    {
        var stage = database.Stage();
        var (founder, seller) = (Person.Named("Анна"), Person.Named("Вера"));
        var company = await stage.RegisterAsync(founder, timeZone: "Asia/Almaty");
        await stage.JoinAsync(company, seller, stage.Time.GetUtcNow());
        await stage.AppointAsync(company, 6, seller);
        await stage.ArrangeAsync("insert into core.absences values ($1, gen_random_uuid(), $2, '2026-03-04', '2026-03-10')", company.Value, seller.Id.Value);
        await stage.ArrangeAsync(
            "insert into core.deputies select company_id, gen_random_uuid(), id, $2, '2026-01-01' from core.positions where company_id = $1 and number = 6",
            company.Value, founder.Id.Value);

        stage.Time.SetUtcNow(new DateTimeOffset(2026, 3, 3, utcHour, minute, 0, TimeSpan.Zero));

        Assert.Equal(isShown ? "Анна" : null, (await CardAsync(stage, founder, company, 6)).Deputy?.Name);
    }

    private static async Task<PositionCard> CardAsync(OrganisationStage stage, Person person, CompanyId company, int number)
    {
        var id = await stage.PeekAsync<Guid>("select id from core.positions where company_id = $1 and number = $2", company.Value, number);
        var card = await stage.ActAsync(person, company, chart => chart.FindPositionAsync(new(id), Cancellation));
        Assert.Equal(number, card!.Position.Number);
        return card;
    }

    private static Task AddPostAsync(OrganisationStage stage, CompanyId company, int number, string kind, int? department) => stage.ArrangeAsync(
        """
        insert into core.positions (company_id, id, number, kind, division_number, department_number, created_at)
        values ($1, gen_random_uuid(), $2, $3, 2, nullif($4, 0), now())
        """,
        company.Value, number, kind, department ?? 0);
}
