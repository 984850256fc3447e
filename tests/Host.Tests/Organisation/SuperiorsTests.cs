using CsCheck;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class SuperiorsTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_names_positions_and_the_people_who_act_and_passes_over_vacancies()
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var company = await stage.RegisterAsync(anna);
        var boris = await stage.HireAsync(company, "Борис", 6);
        var vera = await stage.HireAsync(company, "Вера", 19);

        Assert.Equal([(19, "Вера", false), (21, "Анна", false)], await ChainAsync(stage, company, boris, 6));
        await stage.VacateAsync(company, 19);
        Assert.Equal([(21, "Анна", false)], await ChainAsync(stage, company, vera, 6));
    }

    [Fact]
    public async Task Only_the_owners_chain_is_empty_whatever_position_they_speak_from()
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var company = await stage.RegisterAsync(anna);
        var boris = await stage.HireAsync(company, "Борис", 6);

        Assert.Empty((await ChainAsync(stage, company, anna, 21))!);
        Assert.Empty((await ChainAsync(stage, company, anna, 5))!);
        Assert.Equal([(21, "Анна", false)], await ChainAsync(stage, company, boris, 6));
    }

    [Fact]
    public async Task Routing_changes_inside_the_dates_of_an_absence_only()
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var company = await stage.RegisterAsync(anna);
        var boris = await stage.HireAsync(company, "Борис", 6);
        var vera = await stage.HireAsync(company, "Вера", 19);
        var gleb = await stage.HireAsync(company, "Глеб");
        await stage.InAsync(vera, company, work => new TurnAbsences(work).NoteAsync(
            new() { Person = vera.Id, StartsOn = new(2026, 3, 5), EndsOn = new(2026, 3, 8), Deputy = gleb.Id }, Cancellation));

        for (var day = 3; day <= 10; day++)
        {
            stage.Time.SetUtcNow(new(2026, 3, day, 9, 0, 0, TimeSpan.Zero));
            var isAway = day is >= 5 and <= 8;
            Assert.Equal([(19, isAway ? "Глеб" : "Вера", isAway), (21, "Анна", false)], await ChainAsync(stage, company, boris, 6));
        }
    }

    [Fact]
    public async Task Of_any_absences_each_deputy_acts_inside_its_dates_only()
    {
        var stage = database.Stage();
        var company = await stage.RegisterAsync(Person.Named("Анна"));
        var boris = await stage.HireAsync(company, "Борис", 6);
        var vera = await stage.HireAsync(company, "Вера", 19);
        Person[] deputies = [await stage.HireAsync(company, "Глеб"), await stage.HireAsync(company, "Дина"), await stage.HireAsync(company, "Егор")];
        var post = await stage.PostAsync(company, 6);
        var (today, now) = (new DateOnly(2026, 3, 2), stage.Time.GetUtcNow());
        await Gen.Select(Gen.Select(Gen.Int[0, 6], Gen.Int[1, 8]).Array[1, deputies.Length], Gen.Int[-40, 45 * 24]).SampleAsync(
            async (absences, hour) =>
            {
                await stage.ArrangeAsync("delete from core.absences where company_id = $1", company.Value);
                var (begin, at) = (today, now.AddHours(hour));
                var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty")).DateTime);
                var expected = (vera.Id, IsDeputy: false);
                foreach (var ((pause, length), deputy) in absences.Zip(deputies))
                {
                    var (first, last) = (begin.AddDays(pause), begin.AddDays(pause + length - 1));
                    var noted = await stage.InAsync(vera, company, work => new TurnAbsences(work).NoteAsync(
                        new() { Person = vera.Id, StartsOn = first, EndsOn = last, Deputy = deputy.Id }, Cancellation));
                    Assert.Equal(AbsenceOutcome.Done, noted.Outcome);
                    expected = day >= first && day <= last ? (deputy.Id, true) : expected;
                    begin = last.AddDays(1);
                }

                var chain = await stage.InAsync(boris, company, work =>
                    new TurnOrganisation(work with { Acting = work.Acting with { StartedAt = at } }).FindSuperiorsAsync(post, null, Cancellation));

                Assert.Equal(expected, (chain![0].Actor.UserId, chain[0].IsDeputy));
            },
            iter: 100,
            threads: 1);
    }

    [Fact]
    public async Task A_deputy_who_is_the_author_does_not_decide_on_their_own_matter()
    {
        var stage = database.Stage();
        var company = await stage.RegisterAsync(Person.Named("Анна"));
        var boris = await stage.HireAsync(company, "Борис", 6);
        var vera = await stage.HireAsync(company, "Вера", 19);
        await stage.InAsync(vera, company, work => new TurnAbsences(work).NoteAsync(
            new() { Person = vera.Id, StartsOn = new(2026, 3, 2), EndsOn = new(2026, 3, 8), Deputy = boris.Id }, Cancellation));

        Assert.Equal([(19, "Вера", false), (21, "Анна", false)], await ChainAsync(stage, company, boris, 6));
        Assert.Equal([(19, "Вера", false), (21, "Анна", false)], await ChainAsync(stage, company, vera, 7, author: boris.Id));
        Assert.Equal([(19, "Борис", true), (21, "Анна", false)], await ChainAsync(stage, company, vera, 1, author: vera.Id with { Value = Guid.NewGuid() }));
    }

    [Fact]
    public async Task A_position_of_another_company_has_no_chain_and_no_scope_shows()
    {
        var stage = database.Stage();
        var (anna, other) = (Person.Named("Анна"), Person.Named("Чужой"));
        var company = await stage.RegisterAsync(anna);
        var foreign = await stage.RegisterAsync(other);
        var post = await stage.PostAsync(foreign, 6);

        Assert.Null(await stage.ActAsync(anna, company, chart => chart.FindSuperiorsAsync(post, null, Cancellation)));
        Assert.True((await stage.ActAsync(anna, company, chart => chart.FindScopeAsync(other.Id, Cancellation))).IsEmpty);
    }

    [Theory]
    [InlineData(21, true, "", "")]
    [InlineData(19, true, "", "")]
    [InlineData(6, false, "", "6")]
    [InlineData(22, false, "2", "4 5 6")]
    [InlineData(0, false, "", "")]
    public async Task A_managers_scope_is_the_own_unit_and_everything_under_it(int position, bool isWhole, string divisions, string departments)
    {
        var stage = database.Stage();
        var anna = Person.Named("Анна");
        var company = await stage.RegisterAsync(anna);
        await stage.InAsync(anna, company, work => Posts(work).AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation));
        var who = position == 21 ? anna : await stage.HireAsync(company, "Борис", position);

        var scope = await stage.ActAsync(who, company, chart => chart.FindScopeAsync(who.Id, Cancellation));

        Assert.Equal((isWhole, divisions, departments), (scope.IsWholeCompany, string.Join(' ', scope.Divisions), string.Join(' ', scope.Departments)));
    }

    private static TurnPosts Posts(OrganisationWork work) => new(work, new(work.Database, () => []));

    private static async Task<IEnumerable<(int, string, bool)>?> ChainAsync(OrganisationStage stage, CompanyId company, Person asking, int position, UserId? author = null)
    {
        var post = await stage.PostAsync(company, position);
        var chain = await stage.ActAsync(asking, company, chart => chart.FindSuperiorsAsync(post, author, Cancellation));
        return chain?.Select(step => (step.Position.Number, step.Actor.Name, step.IsDeputy));
    }
}
