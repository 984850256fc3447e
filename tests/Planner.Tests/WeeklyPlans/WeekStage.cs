using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

/// <summary>A host whose weeks go by when a test says so; it begins on the Monday after today, by the wall in Moscow.</summary>
internal sealed class WeekStage : IAsyncDisposable
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);
    private readonly ShiftedTime _time;

    private WeekStage(TestHost host, ShiftedTime time) => (Host, _time) = (host, time);

    public TestHost Host { get; }

    /// <summary>The first Monday.</summary>
    public DateOnly Monday { get; private set; }

    public static async Task<WeekStage> OpenAsync(PostgresFixture postgres)
    {
        var time = new ShiftedTime();
        var options = new TestHostOptions
        {
            Modules = [TestModule.Company, Planner.Module, TestModule.Plugin("Listener", "listener")],
            Time = time,
            Deadline = TimeSpan.FromSeconds(60),
        };
        var stage = new WeekStage(await TestHost.StartAsync(postgres, options, TestContext.Current.CancellationToken), time);
        var today = DateOnly.FromDateTime(stage.Now.DateTime);
        stage.Monday = today.AddDays(8 - (today.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)today.DayOfWeek));
        await stage.TurnAsync(new DateTimeOffset(stage.Monday.ToDateTime(new TimeOnly(0, 20)), Moscow));
        return stage;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A company that may be disturbed at any hour.</summary>
    public async Task<TestCompany> FoundAsync(string language = "en")
    {
        var firm = await TestCompany.FoundAsync(Host, "North Wind", language);
        await Host.ExecuteAsync("update core.companies set quiet_from = '00:00', quiet_until = '00:00' where company_id = $1", firm.Id);
        return firm;
    }

    /// <summary>Lets the days go by, one night after another, until a time of a day counted from the first Monday.</summary>
    public async Task GoToAsync(int day, int hour, int minute)
    {
        var until = new DateTimeOffset(Monday.AddDays(day).ToDateTime(new TimeOnly(hour, minute)), Moscow);
        for (var night = Midnight(Now); night < until; night = night.AddDays(1))
        {
            await TurnAsync(night.AddMinutes(30));
        }

        await TurnAsync(until);
    }

    /// <summary>One message of the bot says all of this.</summary>
    public async Task ToldAsync(ChatUser user, params string[] words) => Assert.True(await CountAsync(user, words) > 0, $"{user.Name} was not told «{string.Join("», «", words)}»:\n{string.Join('\n', user.Messages)}");

    /// <summary>How many messages of the bot say all of this.</summary>
    public async Task<int> CountAsync(ChatUser user, params string[] words)
    {
        await Host.SettleJobsAsync();
        await Host.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
        return user.Messages.Count(message => message.FromBot && words.All(word => message.Text.Contains(word, StringComparison.Ordinal)));
    }

    public Task<int> AwayAsync(TestCompany firm, ChatUser user, int from, int until) => Host.ExecuteAsync(
        """
        insert into core.absences (company_id, id, user_id, starts_on, ends_on)
        select $1, gen_random_uuid(), id, $3, $4 from core.users where telegram_id = $2
        """,
        firm.Id, user.Id, Monday.AddDays(from), Monday.AddDays(until));

    private DateTimeOffset Now => _time.GetUtcNow().ToOffset(Moscow);

    private static DateTimeOffset Midnight(DateTimeOffset after) => new(after.Date.AddDays(1), after.Offset);

    private async Task TurnAsync(DateTimeOffset until)
    {
        var step = until - Now;
        if (step > TimeSpan.Zero)
        {
            _time.Shift += step;
            await Host.AdvanceAsync(step);
        }
    }
}
