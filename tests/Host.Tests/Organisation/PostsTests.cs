using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class PostsTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_temporary_position_is_filled_without_a_replace_dialog_and_its_holder_is_a_newcomer()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис");

        var result = await AppointAsync(stage, anna, company, 6, boris);

        Assert.Equal((PostOutcome.Done, "Борис", true), (result.Outcome, result.Position!.Holder!.Name, result.Position.IsNewcomer));
        Assert.Null(result.Holder);
        var after = await stage.PeekAsync<string>("select (after->>'holder') || ' ' || (before->>'temporary') from core.audit where company_id = $1 and act = 'post.appointed'", company.Value);
        Assert.Equal($"{boris.Id} true", after);
        var from = await stage.PeekAsync<int>("select p.number from core.audit a join core.positions p on p.id = a.position_id where a.company_id = $1 and act = 'post.appointed'", company.Value);
        Assert.Equal(21, from);
        Assert.Equal(PostOutcome.AlreadyHolds, (await AppointAsync(stage, anna, company, 6, boris)).Outcome);
    }

    [Fact]
    public async Task Assigning_an_occupied_position_asks_to_replace_and_a_race_is_told()
    {
        var (stage, anna, company) = await FoundAsync();
        var (boris, vera, gleb) = (await stage.HireAsync(company, "Борис", 6), await stage.HireAsync(company, "Вера"), await stage.HireAsync(company, "Глеб"));
        var post = await stage.PostAsync(company, 6);

        var occupied = await AppointAsync(stage, anna, company, 6, vera);
        var replaced = await stage.InAsync(anna, company, work => Posts(work).ReplaceAsync(post, vera.Id, boris.Id, Cancellation));
        var late = await stage.InAsync(anna, company, work => Posts(work).ReplaceAsync(post, gleb.Id, boris.Id, Cancellation));

        Assert.Equal((PostOutcome.Occupied, "Борис"), (occupied.Outcome, occupied.Holder!.Name));
        Assert.Equal((PostOutcome.Done, "Борис", "Вера"), (replaced.Outcome, replaced.Holder!.Name, replaced.Position!.Holder!.Name));
        Assert.Equal((PostOutcome.HolderChanged, "Вера"), (late.Outcome, late.Holder!.Name));
        Assert.Equal(3, await stage.PeekAsync<long>("select count(*) from core.holdings where position_id = $1", post.Value));
    }

    [Fact]
    public async Task The_former_holders_open_items_stay_with_the_position()
    {
        var (stage, anna, company) = await FoundAsync();
        var items = await stage.AddTasksAsync("errands");
        var (boris, vera) = (await stage.HireAsync(company, "Борис", 6), await stage.HireAsync(company, "Вера"));
        var post = await stage.PostAsync(company, 6);
        await stage.ArrangeAsync("insert into errands.tasks select $1, gen_random_uuid(), $2 from generate_series(1, 3)", company.Value, post.Value);

        await stage.InAsync(anna, company, work => new TurnPosts(work, new(work.Database, () => [items])).ReplaceAsync(post, vera.Id, boris.Id, Cancellation));

        Assert.Equal(3, await stage.InAsync(anna, company, work => new TurnPosts(work, new(work.Database, () => [items])).CountOpenItemsAsync(post, Cancellation)));
    }

    [Fact]
    public async Task Of_appointments_at_once_one_is_done_and_the_others_are_told_who_holds_the_position()
    {
        var (stage, anna, company) = await FoundAsync();
        var people = new List<Person>();
        for (var number = 0; number < 6; number++)
        {
            people.Add(await stage.HireAsync(company, $"Гость {number}"));
        }

        var results = await Task.WhenAll(people.Select(person => AppointAsync(stage, anna, company, 6, person)));

        var winner = Assert.Single(results, result => result.IsDone);
        Assert.All(results.Where(result => !result.IsDone), result => Assert.Equal((PostOutcome.Occupied, winner.Position!.Holder!.UserId), (result.Outcome, result.Holder!.UserId)));
    }

    [Fact]
    public async Task A_freed_position_is_vacant_and_its_history_stays()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис", 6);
        var post = await stage.PostAsync(company, 6);

        var freed = await stage.InAsync(anna, company, work => Posts(work).FreeAsync(post, boris.Id, Cancellation));
        var again = await stage.InAsync(anna, company, work => Posts(work).FreeAsync(post, boris.Id, Cancellation));

        Assert.Equal((PostOutcome.Done, "Борис", null), (freed.Outcome, freed.Holder!.Name, freed.Position!.Holder));
        Assert.Equal(PostOutcome.Vacant, again.Outcome);
        Assert.Equal(2, await stage.PeekAsync<long>("select count(*) from core.holdings where position_id = $1 and until is not null", post.Value));
    }

    [Fact]
    public async Task Position_21_changes_hands_by_transfer_only_and_nobody_outside_is_appointed()
    {
        var (stage, anna, company) = await FoundAsync();
        var boris = await stage.HireAsync(company, "Борис");

        Assert.Equal(PostOutcome.OwnershipOnly, (await AppointAsync(stage, anna, company, 21, boris)).Outcome);
        Assert.Equal(PostOutcome.NotAMember, (await AppointAsync(stage, anna, company, 6, Person.Named("Никто"))).Outcome);
    }

    [Fact]
    public async Task The_head_of_a_unit_fills_no_post_of_their_own_not_even_one_below_another_of_theirs()
    {
        var (stage, anna, company) = await FoundAsync();
        await stage.InAsync(anna, company, work => Posts(work).AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation));
        var (vera, gleb) = (await stage.HireAsync(company, "Вера", 22), await stage.HireAsync(company, "Глеб"));
        await stage.AppointAsync(company, 6, vera);

        foreach (var own in new[] { await stage.PostAsync(company, 6), await stage.PostAsync(company, 22) })
        {
            Assert.Equal(PostOutcome.Forbidden, (await stage.InAsync(vera, company, work => Posts(work).FreeAsync(own, vera.Id, Cancellation))).Outcome);
            Assert.Equal(PostOutcome.Forbidden, (await stage.InAsync(vera, company, work => Posts(work).ReplaceAsync(own, gleb.Id, vera.Id, Cancellation))).Outcome);
            Assert.Equal(PostActs.NameDeputy, await stage.InAsync(vera, company, work => Posts(work).FindActsAsync(own, Cancellation)));
        }

        Assert.Equal(PostOutcome.Done, (await AppointAsync(stage, vera, company, 5, gleb)).Outcome);
    }

    [Fact]
    public async Task A_position_of_another_company_is_not_found()
    {
        var (stage, anna, company) = await FoundAsync();
        var (_, boris, foreign) = await FoundAsync();
        var post = await stage.PostAsync(foreign, 6);

        var results = new[]
        {
            await stage.InAsync(anna, company, work => Posts(work).AppointAsync(post, anna.Id, Cancellation)),
            await stage.InAsync(anna, company, work => Posts(work).ReplaceAsync(post, anna.Id, boris.Id, Cancellation)),
            await stage.InAsync(anna, company, work => Posts(work).FreeAsync(post, boris.Id, Cancellation)),
            await stage.InAsync(anna, company, work => Posts(work).MoveAsync(post, 3, Cancellation)),
            await stage.InAsync(anna, company, work => Posts(work).ArchiveAsync(post, true, Cancellation)),
            await stage.InAsync(anna, company, work => Posts(work).RenameAsync(post, "Чужой пост", Cancellation)),
        };

        Assert.All(results, result => Assert.Equal(PostOutcome.NotFound, result.Outcome));
        Assert.Equal(PostActs.None, await stage.InAsync(anna, company, work => Posts(work).FindActsAsync(post, Cancellation)));
    }

    [Fact]
    public async Task Vacant_positions_are_found_by_the_name_on_the_board_and_by_the_companys_own()
    {
        var (stage, anna, company) = await FoundAsync();
        await stage.HireAsync(company, "Борис", 6);
        var post = await stage.PostAsync(company, 4);
        await stage.InAsync(anna, company, work => Posts(work).RenameAsync(post, "Главный по рекламе 100%", Cancellation));

        Assert.Equal((19, 8), await CountVacantAsync(stage, anna, company, ""));
        Assert.Equal((1, 1), await CountVacantAsync(stage, anna, company, " главный ПО рекламе"));
        Assert.Equal((1, 1), await CountVacantAsync(stage, anna, company, "100%"));
        Assert.Equal((0, 0), await CountVacantAsync(stage, anna, company, "продаж"));
    }

    private static async Task<(int Total, int Shown)> CountVacantAsync(OrganisationStage stage, Person who, CompanyId company, string text)
    {
        var page = await stage.InAsync(who, company, work => Posts(work).ListVacantAsync(text, 0, 8, Cancellation));
        return (page.Total, page.Positions.Count);
    }

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        return (stage, anna, await stage.RegisterAsync(anna));
    }

    private static async Task<PostResult> AppointAsync(OrganisationStage stage, Person who, CompanyId company, int position, Person whom)
    {
        var post = await stage.PostAsync(company, position);
        return await stage.InAsync(who, company, work => Posts(work).AppointAsync(post, whom.Id, Cancellation));
    }

    private static TurnPosts Posts(OrganisationWork work) => new(work, new(work.Database, () => []));
}
