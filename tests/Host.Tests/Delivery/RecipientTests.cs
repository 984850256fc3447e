using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

/// <summary>Whom a notification reaches that names no person. Anna owns the company and holds all posts but number 5, which is Boris's.</summary>
public sealed class RecipientTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Today = "(core.clock() at time zone (select time_zone from core.companies limit 1))::date";

    private NoticesStage _stage = null!;
    private ChatUser _anna = null!;
    private ChatUser _boris = null!;
    private ChatUser _clara = null!;
    private ChatUser _dan = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await NoticesStage.StartAsync(postgres);
        _anna = await _stage.Host.Chat.NewOwnerAsync("Anna", "en", "Daisy");
        _boris = await _stage.JoinAsync(_anna, "Boris");
        _clara = await _stage.JoinAsync(_anna, "Clara");
        _dan = await _stage.JoinAsync(_anna, "Dan");
        await _stage.Host.ExecuteAsync(
            """
            update core.holdings h set user_id = u.id, is_temporary = false from core.positions p, core.users u
            where p.company_id = h.company_id and p.id = h.position_id and p.number = 5 and u.telegram_id = $1 and h.until is null
            """,
            _boris.Id);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_position_means_its_holder_and_while_the_holder_is_absent_the_deputy()
    {
        var post = (await _stage.Host.QueryAsync<Guid>("select id from core.positions where number = 5")).ToString("N");
        await TellAsync($"position_{post}_held", "held", _boris);

        await _stage.Host.ExecuteAsync(
            $"insert into core.deputies (company_id, id, position_id, user_id, starts_on) select p.company_id, gen_random_uuid(), p.id, u.id, {Today} - 1 from core.positions p, core.users u where p.number = 5 and u.telegram_id = $1",
            _clara.Id);
        await TellAsync($"position_{post}_present", "present", _boris);

        await AwayAsync(_boris);
        await TellAsync($"position_{post}_absent", "absent", _clara);
        await TellAsync("department_5_deputised", "deputised", _clara);

        await AwayAsync(_clara);
        await TellAsync($"position_{post}_both", "both", _boris);

        await _stage.Host.ExecuteAsync("update core.holdings h set until = since from core.positions p where p.id = h.position_id and p.number = 5");
        await TellAsync($"position_{post}_vacant", "vacant");
    }

    [Fact]
    public async Task Roles_departments_divisions_and_the_company_reach_theirs_once_and_no_other_company()
    {
        var vera = await _stage.Host.Chat.NewOwnerAsync("Vera", "en", "Poppy");
        var division = await _stage.Host.QueryAsync<short>("select division_number from core.positions where number = 5 limit 1");
        var elsewhere = division == 7 ? 1 : division + 1;
        await TellAsync("role_8_owners", "owners", _anna);
        await TellAsync("role_2_managers", "managers", _boris);
        await TellAsync("role_1_employees", "employees", _clara, _dan);
        await TellAsync("role_9_mixed", "mixed", _anna, _clara, _dan);
        await TellAsync("department_5_five", "five", _boris);
        await TellAsync("department_6_six", "six", _anna);
        await TellAsync($"division_{division}_here", "here", _anna, _boris);
        await TellAsync($"division_{elsewhere}_there", "there", _anna);
        await TellAsync("company_everybody", "everybody", _anna, _boris, _clara, _dan);

        await vera.RefreshAsync();
        Assert.Empty(NoticesStage.With(vera, "News"));
    }

    private Task AwayAsync(ChatUser user) => _stage.Host.ExecuteAsync(
        $"insert into core.absences (company_id, id, user_id, starts_on, ends_on) select m.company_id, gen_random_uuid(), m.user_id, {Today}, {Today} + 2 from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1",
        user.Id);

    /// <summary>Anna tells; exactly these get it, each once.</summary>
    private async Task TellAsync(string act, string name, params ChatUser[] expected)
    {
        await _anna.StartAsync("act_" + act);
        await DispatcherStage.UntilAsync(
            async () => await _stage.Host.QueryAsync<long>("select count(*) from core.notifications where state < 2") == 0, "every notification is done");
        ChatUser[] all = [_anna, _boris, _clara, _dan];
        foreach (var user in all)
        {
            await user.RefreshAsync();
        }

        Assert.Equal(
            $"{name}: {string.Join(", ", expected.Select(user => user.Name))}",
            $"{name}: {string.Join(", ", all.SelectMany(user => NoticesStage.With(user, "News " + name).Select(_ => user.Name)))}");
    }
}
