using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Reminders, with the database's clock turned: every test has a host of its own.</summary>
public sealed class ReminderTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly PlannerHost _planner = new(postgres);
    private TimeSpan _turned;

    public ValueTask InitializeAsync() => _planner.InitializeAsync();

    public ValueTask DisposeAsync() => _planner.DisposeAsync();

    [Fact]
    public async Task A_reminder_comes_once_at_each_of_its_times_and_moves_with_its_event()
    {
        var firm = await _planner.FoundAsync("Reminded");
        var boris = await firm.HireAsync("Boris");
        await Plans.CreateAsync(firm.Owner, "Review", Plans.InDays(3), "15:00", people: "Boris");
        await TurnToAsync(2, 14, 59);
        Assert.Equal(0, await _planner.TimesToldAsync(boris, "🔔 Review"));
        await TurnToAsync(2, 15, 1);
        Assert.Equal(1, await _planner.TimesToldAsync(boris, "🔔 Review"));
        Assert.Equal(1, await _planner.TimesToldAsync(firm.Owner, "🔔 Review"));

        await Plans.OpenDayAsync(firm.Owner, 3);
        await firm.Owner.PressAsync("Review");
        await Plans.MoveAsync(firm.Owner, Plans.InDays(6), "15:00");
        await TurnToAsync(3, 15, 1);
        Assert.Equal(1, await _planner.TimesToldAsync(boris, "🔔 Review"));
        await TurnToAsync(5, 15, 1);
        Assert.Equal(2, await _planner.TimesToldAsync(boris, "🔔 Review"));
        await TurnToAsync(6, 14, 1);
        await TurnToAsync(6, 14, 46);
        await TurnToAsync(6, 15, 1);
        Assert.Equal(4, await _planner.TimesToldAsync(boris, "🔔 Review"));
    }

    [Fact]
    public async Task A_series_goes_on_reminding_but_not_of_what_was_cancelled_and_not_those_who_declined()
    {
        var firm = await _planner.FoundAsync("Series");
        var boris = await firm.HireAsync("Boris");
        await Plans.CreateAsync(firm.Owner, "Stand-up", Plans.InDays(3), "15:00", repeat: "Every day", people: "Boris");
        await Plans.OpenDayAsync(firm.Owner, 4);
        await firm.Owner.PressAsync("Stand-up");
        await firm.Owner.PressAsync("🗑 Cancel event");
        await firm.Owner.PressAsync("This one only");
        await Plans.OpenDayAsync(boris, 5);
        await boris.PressAsync("Stand-up");
        await boris.PressAsync("Not going");
        foreach (var day in new[] { 3, 4, 5, 6 })
        {
            await TurnToAsync(day, 14, 1);
            await TurnToAsync(day, 14, 46);
        }

        // A day, an hour and a quarter before each of the days 3, 5 and 6.
        Assert.Equal(9, await _planner.TimesToldAsync(firm.Owner, "🔔 Stand-up"));
        Assert.Equal(6, await _planner.TimesToldAsync(boris, "🔔 Stand-up"));
    }

    [Fact]
    public async Task Missed_by_downtime_it_is_sent_if_the_event_has_not_started_otherwise_in_a_digest()
    {
        var firm = await _planner.FoundAsync("Down");
        await Plans.CreateAsync(firm.Owner, "Began meanwhile", Plans.InDays(3), "15:00");
        await Plans.CreateAsync(firm.Owner, "Is yet to come", Plans.InDays(3), "20:00");
        await _planner.Host.StopAsync();
        await TurnAsync(At(3, 16, 0));
        await _planner.Host.RestartAsync();
        Assert.Equal(1, await _planner.TimesToldAsync(firm.Owner, "🔔 Is yet to come"));
        Assert.Equal(0, await _planner.TimesToldAsync(firm.Owner, "🔔 Began meanwhile"));
        await TurnToAsync(3, 16, 5);
        await _planner.ToldAsync(firm.Owner, "1 event took place", "Began meanwhile");
        Assert.Equal(1, await _planner.TimesToldAsync(firm.Owner, "🔔 Is yet to come"));
        Assert.Equal(0, await _planner.Host.QueryAsync<long>("select count(*) from planner.missed"));
    }

    [Fact]
    public async Task A_series_without_an_end_is_written_400_days_ahead_and_goes_on_being_written()
    {
        var firm = await _planner.FoundAsync("Endless");
        await Plans.CreateAsync(firm.Owner, "Stand-up", Plans.InDays(1), "15:00", repeat: "Every week");
        Assert.Equal(57, await CountAsync());
        // The nightly work of a new company is set up within minutes, or when a host starts.
        await _planner.Host.RestartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (await _planner.Host.QueryAsync<long>("select count(*) from core.jobs where module = 'planner' and name = 'extend'") == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        await TurnToAsync(40, 12, 0);
        Assert.True(await CountAsync() >= 61);
    }

    private Task<long> CountAsync() => _planner.Host.QueryAsync<long>("select count(*) from planner.occurrences")!;

    /// <summary>An instant by the wall in Moscow, some days from now.</summary>
    private static DateTimeOffset At(int days, int hour, int minute) =>
        new(Plans.InDays(days).ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(3));

    private TimeSpan Till(DateTimeOffset instant)
    {
        var further = instant - TimeProvider.System.GetUtcNow() - _turned;
        _turned += further;
        return further;
    }

    private Task TurnToAsync(int days, int hour, int minute) => _planner.Host.AdvanceAsync(Till(At(days, hour, minute)));

    private async Task TurnAsync(DateTimeOffset instant)
    {
        await using var superuser = NpgsqlDataSource.Create(_planner.Host.ConnectionString);
        await TurnedClock.TurnAsync(superuser, Till(instant), TestContext.Current.CancellationToken);
    }
}
