using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Tests.Jobs;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Modules.Bulkheads;

/// <summary>A module that fails again and again rests, and comes back by itself; the others do not notice.</summary>
public sealed class QuarantineTests(PostgresFixture postgres)
{
    private readonly SkippingTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_module_that_fails_repeatedly_answers_friendly_words_until_a_probe_succeeds()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"), TestModule.Plugin("ThrowsInHandler", "throws_handler"));
        var anna = await host.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await anna.SayAsync("/explode");
        for (var i = 0; i < 4; i++)
        {
            await anna.PressAsync("Explode");
        }

        const string Rests = "Раздел ненадолго приостановлен: в нём что-то сломалось. Попробуйте через минуту.";
        Assert.Equal(Rests, anna.Toast);
        Assert.Equal(3, await host.QueryAsync<long>("select count(*) from core.set_aside"));
        var status = Status(host, "throws_handler");
        Assert.Equal(ModuleState.Quarantined, status.State);
        Assert.Contains("the last: throws_handler.explode with System.InvalidOperationException", status.Reason, StringComparison.Ordinal);
        Assert.Contains("Module 'throws_handler' rests for 30 s", await host.ReadLogAsync(), StringComparison.Ordinal);

        var screen = anna.Screen;
        await anna.PressAsync("Explode");
        Assert.Equal(Rests, anna.Toast);
        Assert.Equal(screen.Id, anna.Screen.Id);
        await anna.SayAsync("/notes");
        Assert.Contains("Заметок нет.", anna.Screen.Text, StringComparison.Ordinal);
        await anna.SayAsync("/explode");
        Assert.Contains(Rests, anna.Screen.Text, StringComparison.Ordinal);

        _time.Skip(TimeSpan.FromSeconds(31));
        await anna.SayAsync("/explode");
        Assert.Contains("Hello", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Equal((ModuleState.Active, ""), (Status(host, "throws_handler").State, Status(host, "throws_handler").Reason));
    }

    [Fact]
    public async Task A_probe_that_fails_lets_the_module_rest_longer_and_the_probing_user_hears_friendly_words()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("ThrowsInHandler", "throws_handler"));
        var anna = await host.Chat.NewOwnerAsync("Anna", "en", "Daisy");
        await anna.SayAsync("/explode");
        for (var i = 0; i < 4; i++)
        {
            await anna.PressAsync("Explode");
        }

        _time.Skip(TimeSpan.FromSeconds(31));
        await anna.PressAsync("Explode");
        Assert.Equal("This section is paused for a moment because something in it broke. Please try again in a minute.", anna.Toast);
        Assert.Contains("tried again after 60 s", Status(host, "throws_handler").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_of_a_resting_module_wait_without_attempts_counted()
    {
        await using var host = await StartAsync(JobStage.Chores);
        var stage = new JobStage(host);
        var company = await stage.CompanyAsync();
        for (var i = 0; i < 10; i++)
        {
            await stage.DoAsync(company, "write", "bad", "then=throw");
        }

        await EventuallyAsync(() => Task.FromResult(Status(host, "chores").State == ModuleState.Quarantined));
        await stage.DoAsync(company, "write", "good", "key=good");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancel);
        Assert.Equal("0|", await host.QueryAsync<string>("select attempts || '|' || coalesce(error, '') from core.jobs where key = 'good'"));

        await host.ExecuteAsync("delete from core.jobs where attempts > 0");
        _time.Skip(TimeSpan.FromSeconds(31));
        await EventuallyAsync(async () => (await stage.EntriesAsync()).Contains("good"));
        await EventuallyAsync(() => Task.FromResult(Status(host, "chores").State == ModuleState.Active));
    }

    [Fact]
    public async Task Turns_beyond_a_modules_share_wait_in_their_lanes_and_others_go_on()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"), TestModule.Plugin("ThrowsInHandler", "throws_handler"));
        var share = host.Services.GetRequiredService<BulkheadLimits>().Turns;
        var company = await TestCompany.FoundAsync(host, "Daisy");
        var users = new List<ChatUser>();
        for (var i = 0; i < share + 4; i++)
        {
            users.Add(await company.HireAsync($"Vera{i}"));
            await users[^1].SayAsync("/explode");
        }

        var slow = Task.WhenAll(users.Select(user => user.PressAsync("Slow query")));
        var (most, began) = (0L, TimeProvider.System.GetTimestamp());
        await company.Owner.SayAsync("/notes");
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Contains("There are no notes.", company.Owner.Screen.Text, StringComparison.Ordinal);
        while (!slow.IsCompleted)
        {
            most = Math.Max(most, await host.QueryAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and query like 'select pg_sleep(4)%'"));
        }

        await slow;
        Assert.InRange(most, 2, share);
        Assert.All(users, user => Assert.True(user.Answered));
        Assert.Equal(ModuleState.Quarantined, Status(host, "throws_handler").State);
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; !await isSo(); i++)
        {
            Assert.True(i < 1000, "It did not happen within 20 s.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    private static ModuleStatus Status(TestHost host, string id) =>
        host.Services.GetRequiredService<ModuleCatalogue>().Statuses.Single(status => status.Id == id);

    private Task<TestHost> StartAsync(params TestModule[] modules) => TestHost.StartAsync(postgres, new() { Modules = modules, Time = _time }, Cancel);
}
