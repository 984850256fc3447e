using DrAivBot.Host.Modules;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Modules.Live;

/// <summary>What users and operators see while modules change in a running host.</summary>
public sealed class LiveHostTests(PostgresFixture postgres)
{
    private const int Users = 12;
    private const int Ticks = 60;
    private const int Changes = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_that_flow_while_a_module_is_replaced_again_and_again_take_effect_once_each()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var starts = new List<System.Text.Json.Nodes.JsonObject>();
        for (var i = 0; i < Users; i++)
        {
            starts.Add((await stage.NewMemberAsync($"Person {i}")).LastUpdate());
        }

        using var changed = new CancellationTokenSource();
        var sending = Task.Run(() => SendAsync(stage, starts, changed.Token), Cancel);
        for (var i = 1; i <= Changes; i++)
        {
            await stage.SaveAsync(i % 2 == 0 ? LiveStage.First : LiveStage.Next, (i % 4) switch { 1 => "throw", 3 => "migrate", _ => null });
            await stage.UntilAsync(live => i % 2 == 0 ? live is { State: ModuleState.Active, Reason: "" } : live is { State: ModuleState.Active, Reason.Length: > 0 });
            await stage.SaveAsync(i % 2 == 0 ? LiveStage.Next : LiveStage.First);
            await stage.UntilAsync(live => live is { State: ModuleState.Active, Reason: "" } && live.Version!.Major == (i % 2 == 0 ? 2 : 1));
        }

        await changed.CancelAsync();
        var sent = await sending;
        await UntilNothingWaitsAsync(stage);

        var written = await stage.Host.ListAsync<string>("select text from live.ticks");
        Assert.Equal(sent.Select(id => $"{id}").Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
        Assert.Equal(0L, await stage.Host.QueryAsync<long>("select count(*) from core.set_aside"));
        Assert.Equal([1, 2], (await stage.Host.ListAsync<int>("select distinct version from live.ticks")).Order());
        await stage.Catalogue.SettledAsync();
        Assert.All(stage.Live.Retired, old => Assert.Equal((ModuleState.Unloaded, ""), (old.State, old.Reason)));
        Assert.Equal(0, stage.Catalogue.Retirement.Leaks);
    }

    [Fact]
    public async Task A_dialog_and_what_is_kept_in_the_session_go_on_with_the_new_version()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var anna = await stage.NewMemberAsync("Анна");
        var ivan = await stage.NewMemberAsync("Иван");
        foreach (var (user, name) in new[] { (anna, "Стол"), (ivan, "impossible") })
        {
            await user.PressAsync("Спросить");
            await user.SayAsync(name);
            Assert.Contains("Какого это размера?", user.Screen.Text, StringComparison.Ordinal);
        }

        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);
        await anna.SayAsync("2 метра");
        await ivan.SayAsync("2 метра");

        Assert.Equal(["Стол of 2 метра, visits old@2"], await stage.TicksAsync());
        Assert.Contains("Эти вопросы обновились, пока вы отвечали. Начните, пожалуйста, ещё раз.", ivan.Screen.Text, StringComparison.Ordinal);

        await anna.PressAsync("Спросить");
        await anna.SayAsync("Стул");
        await stage.SaveAsync(LiveStage.First);
        await stage.UntilVersionAsync(1);
        await anna.SayAsync("1 метр");
        Assert.Contains("Эти вопросы обновились", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Спросить");
        Assert.Contains("Как это называется?", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_buttons_work_on_and_those_of_what_is_gone_get_a_friendly_answer()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var anna = await stage.NewMemberAsync("Anna", "en");
        var ivan = await stage.NewMemberAsync("Иван");
        var (first, second) = (anna.Screen, ivan.Screen);
        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);

        await ivan.PressOldAsync(second, "Ещё раз");
        Assert.Equal("Ticked 2", ivan.Toast);
        await anna.PressOldAsync(first, "Old");
        Assert.Equal("That screen was out of date. Here is a fresh one.", anna.Toast);
        Assert.Contains("board 2", anna.Screen.Text, StringComparison.Ordinal);

        var (board, brett) = (anna.Screen, ivan.Screen);
        await stage.SaveAsync(LiveStage.Next, enabled: false);
        await stage.UntilAsync(live => live.State == ModuleState.Unloaded);
        await anna.PressOldAsync(board, "Again");
        Assert.Equal("This section is switched off for now. Please try later.", anna.Toast);
        await ivan.PressOldAsync(brett, "Ещё раз");
        Assert.Equal("Раздел временно выключен. Попробуйте позже.", ivan.Toast);
        Assert.False(ivan.Screen.HasButton("Доска"));

        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);
        await ivan.SayAsync("/menu");
        Assert.True(ivan.Screen.HasButton("Доска"));
    }

    [Fact]
    public async Task Jobs_and_events_of_a_module_that_is_off_wait_and_a_long_one_under_way_runs_again_with_the_new_version()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        var anna = await stage.NewMemberAsync("Анна");
        await stage.Host.ExecuteAsync("""
            insert into core.jobs (company_id, id, module, name, payload, due_at, next_at)
            select company_id, gen_random_uuid(), 'live', 'longer', '{"text":"long","milliseconds":100000}', core.clock(), core.clock() from core.companies limit 1
            """);
        await UntilTicksAsync(stage, ticks => ticks.Contains("long begun@1"));

        await stage.SaveAsync(LiveStage.Next);
        await stage.UntilVersionAsync(2);
        await UntilTicksAsync(stage, ticks => ticks.Contains("long done@2"));
        Assert.Equal(1, (await stage.TicksAsync()).Count(tick => tick.StartsWith("long done", StringComparison.Ordinal)));

        await stage.SaveAsync(LiveStage.Next, enabled: false);
        await stage.UntilAsync(live => live.State is not ModuleState.Active);
        await stage.Host.ExecuteAsync("""
            insert into core.jobs (company_id, id, module, name, payload, due_at, next_at)
            select company_id, gen_random_uuid(), 'live', 'later', '{"text":"waited"}', core.clock(), core.clock() from core.companies limit 1
            """);
        await anna.SayAsync("/menu");
        Assert.DoesNotContain("waited@2", await stage.TicksAsync());
        await stage.SaveAsync(LiveStage.Next);
        await UntilTicksAsync(stage, ticks => ticks.Contains("waited@2"));
    }

    [Fact]
    public async Task An_event_published_before_its_module_was_switched_off_is_handled_once_when_it_returns()
    {
        await using var stage = await LiveStage.StartAsync(postgres);
        await stage.NewMemberAsync("Анна");
        await stage.SaveAsync(LiveStage.First, enabled: false);
        await stage.UntilAsync(live => live.State is not ModuleState.Active);
        await stage.Host.ExecuteAsync("""
            insert into core.jobs (company_id, id, module, name, payload, key, due_at, next_at)
            select company_id, gen_random_uuid(), 'live', 'event:live.ticked:1', '{"text":"event that waited"}', gen_random_uuid()::text, core.clock(), core.clock()
            from core.companies limit 1
            """);
        await stage.Host.SettleJobsAsync();
        Assert.Empty(await stage.TicksAsync());

        await stage.SaveAsync(LiveStage.First);
        await UntilTicksAsync(stage, ticks => ticks.Contains("event that waited@1"));
        await stage.Host.SettleJobsAsync();
        Assert.Equal(["event that waited@1"], await stage.TicksAsync());
    }

    private static async Task UntilTicksAsync(LiveStage stage, Func<IReadOnlyList<string>, bool> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo(await stage.TicksAsync()))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(40), string.Join(", ", await stage.TicksAsync()));
            await Task.Delay(50, Cancel);
        }
    }

    private static async Task<IReadOnlyList<long>> SendAsync(LiveStage stage, List<System.Text.Json.Nodes.JsonObject> starts, CancellationToken changed)
    {
        var sent = new List<long>();
        for (var i = 0; i < Ticks || !changed.IsCancellationRequested; i++)
        {
            foreach (var start in starts)
            {
                var id = 1_000_000L + sent.Count;
                await stage.Host.DeliverAsync(LiveStage.TickOf(start, id));
                sent.Add(id);
            }

            await Task.Delay(30, Cancel);
        }

        return sent;
    }

    private static async Task UntilNothingWaitsAsync(LiveStage stage)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await stage.Host.QueryAsync<long>("select count(*) from core.inbox") > 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "updates still wait");
            await Task.Delay(50, Cancel);
        }
    }
}
