using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class PeopleTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dismissal_stops_access_with_the_next_update_removes_sessions_vacates_posts_and_keeps_authored_history()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис", 6);
        await stage.ArrangeAsync("insert into core.users (id, telegram_id, name, company_id) values ($1, $2, 'Борис', $3)", boris.Id.Value, Random.Shared.NextInt64(1, long.MaxValue), company.Value);
        await stage.ArrangeAsync(
            "insert into core.sessions (telegram_id, user_id, company_id, state, data, expires_at) select telegram_id, id, company_id, 'x', '{}', now() + interval '1 hour' from core.users where id = $1",
            boris.Id.Value);

        var departure = await stage.InAsync(anna, company, work => new TurnPeople(work).DismissAsync(boris.Id, Cancellation));

        Assert.Equal((DepartureOutcome.Done, "Борис", 6), (departure.Outcome, departure.Person!.Name, Assert.Single(departure.Person.Positions).Number));
        Assert.Equal(0, await stage.PeekAsync<long>("select count(*) from core.members_of(array[$1], array[$2])", boris.Id.Value, company.Value));
        Assert.Equal(0, await stage.PeekAsync<long>("select count(*) from core.sessions where user_id = $1", boris.Id.Value));
        Assert.Equal(1, await stage.PeekAsync<long>("select count(*) from core.holdings where user_id = $1 and until is not null", boris.Id.Value));
        Assert.Equal(1, await stage.PeekAsync<long>("select count(*) from core.members where user_id = $1 and left_at is not null", boris.Id.Value));
        Assert.Null(await stage.InAsync(anna, company, work => new TurnPeople(work).FindAsync(boris.Id, Cancellation)));
        Assert.Equal(DepartureOutcome.NotFound, (await stage.InAsync(anna, company, work => new TurnPeople(work).DismissAsync(boris.Id, Cancellation))).Outcome);
    }

    [Fact]
    public async Task The_last_owner_cannot_leave_and_is_dismissed_by_nobody()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис", 19);

        Assert.Equal(DepartureOutcome.LastOwner, (await stage.InAsync(anna, company, work => new TurnPeople(work).LeaveAsync(Cancellation))).Outcome);
        Assert.Equal(DepartureOutcome.LastOwner, (await stage.InAsync(anna, company, work => new TurnPeople(work).DismissAsync(anna.Id, Cancellation))).Outcome);
        Assert.Equal(DepartureOutcome.Forbidden, (await stage.InAsync(boris, company, work => new TurnPeople(work).DismissAsync(anna.Id, Cancellation))).Outcome);
        Assert.Equal(DepartureOutcome.Yourself, (await stage.InAsync(boris, company, work => new TurnPeople(work).DismissAsync(boris.Id, Cancellation))).Outcome);
    }

    [Fact]
    public async Task Who_leaves_is_a_guest_for_the_rest_of_the_turn()
    {
        var (stage, _, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис", 6);

        var left = await stage.InAsync(boris, company, async work => (await new TurnPeople(work).LeaveAsync(Cancellation), work.Active.Member));

        Assert.Equal((DepartureOutcome.Done, null), (left.Item1.Outcome, left.Member));
        Assert.True(await stage.HasActAsync(company, "member.left"));
    }

    [Fact]
    public async Task Somebody_of_another_company_is_neither_found_nor_dismissed()
    {
        var (stage, anna, company) = await FoundAsync();
        var (_, boris, _) = await FoundAsync();

        Assert.Null(await stage.InAsync(anna, company, work => new TurnPeople(work).FindAsync(boris.Id, Cancellation)));
        Assert.Equal(PersonActs.None, await stage.InAsync(anna, company, work => new TurnPeople(work).FindActsAsync(boris.Id, Cancellation)));
        Assert.Equal(DepartureOutcome.NotFound, (await stage.InAsync(anna, company, work => new TurnPeople(work).DismissAsync(boris.Id, Cancellation))).Outcome);
    }

    [Fact]
    public async Task People_are_found_by_name_by_post_and_by_filter()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис Кузнецов");
        var vera = await stage.HireAsync(company, "Вера");
        await stage.InAsync(anna, company, async work => await new TurnPosts(work, new(work.Database, () => [])).AppointAsync(await stage.PostAsync(company, 6), boris.Id, Cancellation));
        await stage.InAsync(vera, company, work => new TurnAbsences(work).NoteAsync(new() { Person = vera.Id, StartsOn = new(2026, 3, 1), EndsOn = new(2026, 3, 5) }, Cancellation));

        Assert.Equal(["Анна", "Борис Кузнецов", "Вера"], await NamesAsync(stage, anna, company, new()));
        Assert.Equal(["Борис Кузнецов"], await NamesAsync(stage, anna, company, new() { Text = "КУЗН" }));
        Assert.Equal(["Борис Кузнецов"], await NamesAsync(stage, anna, company, new() { Text = "отдела продаж" }));
        Assert.Equal(["Борис Кузнецов"], await NamesAsync(stage, anna, company, new() { Filter = PeopleFilter.Newcomers }));
        Assert.Equal(["Вера"], await NamesAsync(stage, anna, company, new() { Filter = PeopleFilter.Absent }));
        Assert.Equal(["Вера"], await NamesAsync(stage, anna, company, new() { Filter = PeopleFilter.WithoutPost }));
        Assert.Equal(["Борис Кузнецов"], await NamesAsync(stage, anna, company, new() { Skip = 1, Take = 1 }));
        Assert.Equal(new DateOnly(2026, 3, 5), (await stage.InAsync(anna, company, work => new TurnPeople(work).FindAsync(vera.Id, Cancellation)))!.AbsentUntil);
    }

    [Fact]
    public async Task People_of_a_unit_are_its_heads_and_whoever_holds_a_post_in_it_for_good()
    {
        var (stage, anna, company) = await FoundAsync();
        await stage.HireAsync(company, "Борис", 6);
        await stage.HireAsync(company, "Вера", 4);
        await stage.HireAsync(company, "Глеб", 1);
        var head = await stage.InAsync(anna, company, work => new TurnPosts(work, new(work.Database, () => [])).AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation));
        var dina = await stage.HireAsync(company, "Дина");
        await stage.InAsync(anna, company, work => new TurnPosts(work, new(work.Database, () => [])).AppointAsync(head.Position!.Id, dina.Id, Cancellation));

        Assert.Equal(["Борис", "Вера", "Дина"], await NamesAsync(stage, anna, company, new() { Division = 2 }));
        Assert.Equal(["Борис"], await NamesAsync(stage, anna, company, new() { Department = 6 }));
        Assert.Equal(["Вера"], await NamesAsync(stage, anna, company, new() { Division = 2, Text = "вер" }));
        Assert.Empty(await NamesAsync(stage, anna, company, new() { Division = 3 }));
        Assert.Empty(await NamesAsync(stage, anna, company, new() { Division = 1, Department = 6 }));
        Assert.Equal(["Анна"], await NamesAsync(stage, anna, company, new() { Department = 21 }));
    }

    [Fact]
    public async Task A_newcomer_is_one_until_the_training_is_complete()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис", 6);
        var post = await stage.PostAsync(company, 6);
        Assert.True((await stage.InAsync(anna, company, work => new TurnPeople(work).FindAsync(boris.Id, Cancellation)))!.IsNewcomer);

        Assert.True(await stage.InAsync(anna, company, work => new TurnTraining(work).RecordAsync(post, boris.Id, 100, Cancellation)));

        Assert.False((await stage.InAsync(anna, company, work => new TurnPeople(work).FindAsync(boris.Id, Cancellation)))!.IsNewcomer);
        Assert.False(await stage.InAsync(anna, company, work => new TurnTraining(work).RecordAsync(post, anna.Id, 100, Cancellation)));
        Assert.False((await stage.InAsync(anna, company, work => new TurnPeople(work).FindAsync(anna.Id, Cancellation)))!.IsNewcomer);
    }

    private static async Task<IEnumerable<string>> NamesAsync(OrganisationStage stage, Person who, CompanyId company, PeopleQuery query) =>
        (await stage.InAsync(who, company, work => new TurnPeople(work).SearchAsync(query, Cancellation))).Employees.Select(person => person.Name);

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        return (stage, anna, await stage.RegisterAsync(anna));
    }
}
