using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class ChartEditsTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Positions_are_added_with_the_next_number_and_a_division_has_one_head()
    {
        var (stage, anna, company) = await FoundAsync();

        var head = await InAsync(stage, anna, company, posts => posts.AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation));
        var deputy = await InAsync(stage, anna, company, posts => posts.AddAsync(new() { Kind = PositionKind.Specialist, UnitNumber = 6, Name = "Заместитель начальника", IsDeputy = true }, Cancellation));

        Assert.Equal((22, "Коммерческий директор", 2, null), (head.Position!.Number, head.Position.Name, head.Position.DivisionNumber, head.Position.DepartmentNumber));
        Assert.Equal((23, "Заместитель начальника", true, 6), (deputy.Position!.Number, deputy.Position.Name, deputy.Position.IsDeputy, deputy.Position.DepartmentNumber));
        Assert.Equal(PostOutcome.HasHead, (await InAsync(stage, anna, company, posts => posts.AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation))).Outcome);
        Assert.Equal(PostOutcome.NotFound, (await InAsync(stage, anna, company, posts => posts.AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 7 }, Cancellation))).Outcome);
        Assert.Equal(PostOutcome.BadName, (await AddAsync(stage, anna, company, "Ж")).Outcome);
        Assert.Equal(PostOutcome.BadName, (await InAsync(stage, anna, company, posts => posts.AddAsync(new() { Kind = PositionKind.Specialist, UnitNumber = 6 }, Cancellation))).Outcome);
    }

    [Fact]
    public async Task Positions_added_at_once_get_numbers_of_their_own_and_a_division_one_head()
    {
        var (stage, anna, company) = await FoundAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => at < 3
            ? AddAsync(stage, anna, company, $"Продавец {at}")
            : InAsync(stage, anna, company, posts => posts.AddAsync(new() { Kind = PositionKind.DivisionHead, UnitNumber = 2 }, Cancellation))));

        Assert.Equal([22, 23, 24, 25], results.Where(result => result.IsDone).Select(result => result.Position!.Number).Order());
        Assert.Equal(2, results.Count(result => result.Outcome == PostOutcome.HasHead));
    }

    [Fact]
    public async Task A_moved_position_keeps_its_holder_and_gets_other_superiors()
    {
        var (stage, anna, company) = await FoundAsync();
        var post = (await AddAsync(stage, anna, company, "Продавец")).Position!.Id;
        await stage.HireAsync(company, "Борис", 22);
        await stage.HireAsync(company, "Вера", 9);

        var moved = await InAsync(stage, anna, company, posts => posts.MoveAsync(post, 9, Cancellation));

        Assert.Equal((PostOutcome.Done, 9, 3, "Борис"), (moved.Outcome, moved.Position!.DepartmentNumber, moved.Position.DivisionNumber, moved.Position.Holder!.Name));
        var chain = await stage.ActAsync(anna, company, chart => chart.FindSuperiorsAsync(post, null, Cancellation));
        Assert.Equal([9, 21], chain!.Select(step => step.Position.Number));
        Assert.Equal(PostOutcome.Unchanged, (await InAsync(stage, anna, company, posts => posts.MoveAsync(post, 9, Cancellation))).Outcome);
        Assert.Equal(PostOutcome.NotFound, (await InAsync(stage, anna, company, posts => posts.MoveAsync(post, 22, Cancellation))).Outcome);
    }

    [Fact]
    public async Task Moving_a_position_affects_new_items_only()
    {
        var (stage, anna, company) = await FoundAsync();
        var items = await stage.AddTasksAsync("drafts");
        var post = (await AddAsync(stage, anna, company, "Продавец")).Position!.Id;
        await stage.HireAsync(company, "Борис", 6);
        await stage.HireAsync(company, "Вера", 9);
        var asked = (await SuperiorsAsync(stage, anna, company, post))[0].Position.Id;
        await stage.ArrangeAsync("insert into drafts.tasks values ($1, gen_random_uuid(), $2), ($1, gen_random_uuid(), $3)", company.Value, asked.Value, post.Value);

        await InAsync(stage, anna, company, posts => posts.MoveAsync(post, 9, Cancellation), items);

        Assert.Equal(1, await InAsync(stage, anna, company, posts => posts.CountOpenItemsAsync(asked, Cancellation), items));
        Assert.Equal(1, await InAsync(stage, anna, company, posts => posts.CountOpenItemsAsync(post, Cancellation), items));
        Assert.Equal([9, 21], (await SuperiorsAsync(stage, anna, company, post)).Select(step => step.Position.Number));
    }

    [Fact]
    public async Task The_seeded_21_can_only_be_renamed()
    {
        var (stage, anna, company) = await FoundAsync();
        var post = await stage.PostAsync(company, 6);

        Assert.Equal(PostOutcome.Seeded, (await InAsync(stage, anna, company, posts => posts.MoveAsync(post, 9, Cancellation))).Outcome);
        Assert.Equal(PostOutcome.Seeded, (await InAsync(stage, anna, company, posts => posts.ArchiveAsync(post, true, Cancellation))).Outcome);
        Assert.Equal("Старший по продажам", (await InAsync(stage, anna, company, posts => posts.RenameAsync(post, "Старший по продажам", Cancellation))).Position!.Name);
        Assert.Equal("Начальник отдела продаж", (await InAsync(stage, anna, company, posts => posts.RenameAsync(post, null, Cancellation))).Position!.Name);
        Assert.Equal(PostOutcome.Unchanged, (await InAsync(stage, anna, company, posts => posts.RenameAsync(post, null, Cancellation))).Outcome);
        Assert.Equal(PostOutcome.BadName, (await InAsync(stage, anna, company, posts => posts.RenameAsync(post, " Продажи", Cancellation))).Outcome);
    }

    [Fact]
    public async Task A_position_is_archived_only_when_it_has_no_open_items_or_they_are_handed_to_the_superior()
    {
        var (stage, anna, company) = await FoundAsync();
        var items = await stage.AddTasksAsync("ledger");
        var post = (await AddAsync(stage, anna, company, "Продавец")).Position!.Id;
        var head = await stage.HireAsync(company, "Борис", 6);
        await stage.ArrangeAsync("insert into ledger.tasks select $1, gen_random_uuid(), $2 from generate_series(1, 3)", company.Value, post.Value);

        var refused = await InAsync(stage, anna, company, posts => posts.ArchiveAsync(post, false, Cancellation), items);
        var archived = await InAsync(stage, anna, company, posts => posts.ArchiveAsync(post, true, Cancellation), items);

        Assert.Equal((PostOutcome.HasOpenItems, 3), (refused.Outcome, refused.OpenItems));
        Assert.Equal((PostOutcome.Done, 3, head.Id), (archived.Outcome, archived.OpenItems, archived.HandedTo!.Holder!.UserId));
        Assert.Equal(3, await InAsync(stage, anna, company, async posts => await posts.CountOpenItemsAsync(await stage.PostAsync(company, 6), Cancellation), items));
        Assert.Null(await stage.ActAsync(anna, company, chart => chart.FindPositionAsync(post, Cancellation)));
        Assert.Equal(1, await stage.PeekAsync<long>("select count(*) from core.positions where id = $1 and archived_at is not null", post.Value));
        Assert.Equal(23, (await AddAsync(stage, anna, company, "Другой")).Position!.Number);
    }

    [Fact]
    public async Task A_held_position_is_freed_before_it_is_archived()
    {
        var (stage, anna, company) = await FoundAsync();
        var post = (await AddAsync(stage, anna, company, "Продавец")).Position!.Id;
        await stage.HireAsync(company, "Борис", 22);

        var result = await InAsync(stage, anna, company, posts => posts.ArchiveAsync(post, true, Cancellation));

        Assert.Equal((PostOutcome.Occupied, "Борис"), (result.Outcome, result.Holder!.Name));
    }

    [Fact]
    public async Task A_module_that_counts_wrongly_is_named()
    {
        var (stage, anna, company) = await FoundAsync();
        var wrong = new ModuleItems("ledger", new() { Count = "select count(*) from core.users where id = $1", HandOver = "select 1" });
        await stage.AddTasksAsync("ledger");
        var post = (await AddAsync(stage, anna, company, "Продавец")).Position!.Id;

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => InAsync(stage, anna, company, posts => posts.CountOpenItemsAsync(post, Cancellation), wrong));

        Assert.Contains("'ledger'", error.Message, StringComparison.Ordinal);
        Assert.Contains("AddPositionItems", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_unit_shows_its_name_and_gets_the_boards_back()
    {
        var (stage, anna, company) = await FoundAsync();

        Assert.True((await InAsync(stage, anna, company, posts => posts.RenameDivisionAsync(2, "Магазины", Cancellation))).IsDone);
        Assert.True((await InAsync(stage, anna, company, posts => posts.RenameDepartmentAsync(6, "Прилавок", Cancellation))).IsDone);
        Assert.Equal("Магазины", (await stage.ActAsync(anna, company, chart => chart.FindDivisionAsync(2, Cancellation)))!.Division.Name);
        Assert.Equal("Прилавок", (await stage.ActAsync(anna, company, chart => chart.FindDepartmentAsync(6, Cancellation)))!.Department.Name);

        Assert.True((await InAsync(stage, anna, company, posts => posts.RenameDepartmentAsync(6, null, Cancellation))).IsDone);
        Assert.Equal("Отдел продаж", (await stage.ActAsync(anna, company, chart => chart.FindDepartmentAsync(6, Cancellation)))!.Department.Name);
        Assert.Equal(PostOutcome.BadName, (await InAsync(stage, anna, company, posts => posts.RenameDivisionAsync(2, "1", Cancellation))).Outcome);
    }

    private static async Task<IReadOnlyList<SuperiorStep>> SuperiorsAsync(OrganisationStage stage, Person who, CompanyId company, PositionId post) =>
        (await stage.ActAsync(who, company, chart => chart.FindSuperiorsAsync(post, null, Cancellation)))!;

    private static Task<PostResult> AddAsync(OrganisationStage stage, Person who, CompanyId company, string name) =>
        InAsync(stage, who, company, posts => posts.AddAsync(new() { Kind = PositionKind.Specialist, UnitNumber = 6, Name = name }, Cancellation));

    private static Task<T> InAsync<T>(OrganisationStage stage, Person who, CompanyId company, Func<TurnPosts, Task<T>> act, params ModuleItems[] items) =>
        stage.InAsync(who, company, work => act(new TurnPosts(work, new(work.Database, () => items))));

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        return (stage, anna, await stage.RegisterAsync(anna));
    }
}
