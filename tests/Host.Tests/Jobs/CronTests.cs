using System.Globalization;
using CsCheck;
using DrAivBot.Host.Modules;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Jobs;

public sealed class CronTests(PostgresFixture postgres)
{
    [Theory]
    // Forward: 02:30 does not exist on the night of the change and happens at its end.
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:30Z")]
    [InlineData("America/New_York", "30 2 * * *", "2026-03-07T12:00Z", "2026-03-08T07:00Z 2026-03-09T06:30Z")]
    // Half an hour only, from 02:00 to 02:30.
    [InlineData("Australia/Lord_Howe", "15 2 * * *", "2026-10-03T00:00Z", "2026-10-03T15:30Z 2026-10-04T15:15Z")]
    // Back: 02:30 comes twice and happens once, at its first coming; every half hour goes on through both.
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T00:30Z 2026-10-26T01:30Z")]
    [InlineData("America/New_York", "30 1 * * *", "2026-10-31T12:00Z", "2026-11-01T05:30Z 2026-11-02T06:30Z")]
    [InlineData("Europe/Berlin", "*/30 * * * *", "2026-10-25T00:00Z", "2026-10-25T00:30Z 2026-10-25T01:00Z 2026-10-25T01:30Z 2026-10-25T02:00Z")]
    [InlineData("Europe/Berlin", "*/30 * * * *", "2026-03-29T00:00Z", "2026-03-29T00:30Z 2026-03-29T01:00Z 2026-03-29T01:30Z")]
    // Forward in a zone whose summer time is its normal one: the same, though the platform takes 02:00 to 03:00 for real.
    [InlineData("Africa/Casablanca", "21 2 * * *", "2020-05-30T12:00Z", "2020-05-31T02:00Z 2020-06-01T01:21Z")]
    [InlineData("Africa/Casablanca", "*/30 * * * *", "2020-05-31T01:00Z", "2020-05-31T01:30Z 2020-05-31T02:00Z 2020-05-31T02:30Z")]
    // No change at all.
    [InlineData("Europe/Moscow", "0 9 * * MON-FRI", "2026-10-24T00:00Z", "2026-10-26T06:00Z 2026-10-27T06:00Z")]
    [InlineData("Asia/Almaty", "0 9 1 * *", "2026-10-24T00:00Z", "2026-11-01T04:00Z")]
    public void Around_the_clock_change_each_time_comes_as_documented(string zone, string cron, string after, string expected)
    {
        Assert.True(CronTime.TryParse(cron, out var time));
        var at = DateTimeOffset.Parse(after, CultureInfo.InvariantCulture);
        foreach (var next in expected.Split(' '))
        {
            at = time.Next(at, zone);
            Assert.Equal(next, at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) + "Z");
        }
    }

    [Fact]
    public void A_daily_time_comes_once_on_every_local_day_of_every_zone_whatever_the_clocks_do()
    {
        string[] zones = ["Europe/Berlin", "Europe/Moscow", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Tehran", "Africa/Casablanca", "America/Santiago", "Pacific/Chatham", "UTC"];
        Gen.Select(Gen.Int[0, 23], Gen.Int[0, 59], Gen.Int[0, zones.Length - 1], Gen.Int[0, 3600]).Sample(
            (hour, minute, index, day) =>
            {
                Assert.True(CronTime.TryParse(string.Create(CultureInfo.InvariantCulture, $"{minute} {hour} * * *"), out var cron));
                var zone = TimeZoneInfo.FindSystemTimeZoneById(zones[index]);
                var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);
                var first = cron.Next(from, zones[index]);
                var second = cron.Next(first, zones[index]);
                var (one, other) = (TimeZoneInfo.ConvertTime(first, zone), TimeZoneInfo.ConvertTime(second, zone));
                Assert.Equal(one.Date.AddDays(1), other.Date);
                var wanted = one.Date.AddHours(hour).AddMinutes(minute);
                var isThere = TimeZoneInfo.ConvertTime(new DateTimeOffset(wanted, zone.GetUtcOffset(wanted)), zone).DateTime == wanted;
                Assert.Equal(isThere, one.DateTime == wanted);
                Assert.True(first > from && second > first);
            },
            iter: 3000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("61 * * * *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("@daily")]
    public void What_is_no_rhythm_or_never_comes_is_refused(string cron) => Assert.False(CronTime.TryParse(cron, out _));

    [Fact]
    public async Task A_recurring_job_follows_the_companys_clock_and_makes_up_for_one_missed_time_only()
    {
        var stage = await JobStage.OpenAsync(postgres);
        await using var host = stage.Host;
        var company = await stage.CompanyAsync("Asia/Almaty");
        var next = DateTimeOffset.Parse(await stage.DoAsync(company, "recur", "k", "0 12 * * *", "noon"), CultureInfo.InvariantCulture);
        Assert.Equal((7, 0), (next.Hour, next.Minute));

        var now = await host.QueryAsync<DateTime>("select core.clock()");
        await host.AdvanceAsync(next.UtcDateTime - now + TimeSpan.FromMinutes(1));
        Assert.Equal(["noon"], await NoonsAsync(stage));
        Assert.Equal(next.UtcDateTime, await host.QueryAsync<DateTime>("select due_at from chores.entries where text = 'noon'"));
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(["noon", "noon"], await NoonsAsync(stage));
        Assert.Equal(2, await host.QueryAsync<long>("select count(distinct job) from chores.entries where text = 'noon'"));

        await host.AdvanceAsync(TimeSpan.FromDays(5));
        Assert.Equal(3, (await NoonsAsync(stage)).Count);
        Assert.Equal("yes", await stage.DoAsync(company, "cancel", "k"));
        await host.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(3, (await NoonsAsync(stage)).Count);
    }

    [Fact]
    public async Task A_job_declared_to_recur_runs_once_in_every_company_at_its_own_morning_and_a_new_company_gets_it()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores);
        await using var host = stage.Host;
        var companies = new[] { await stage.CompanyAsync("Asia/Vladivostok"), await stage.CompanyAsync("America/New_York") };
        await host.AdvanceAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(2, await host.QueryAsync<long>("select count(*) from core.jobs where module = 'chores' and name = 'morning'"));

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, await host.QueryAsync<long>("select count(*) from chores.entries where text = 'morning'"));
        Assert.Equal(
            [9, 9],
            await host.ListAsync<int>("""
                select extract(hour from e.due_at at time zone c.time_zone)::int
                from chores.entries e join core.companies c using (company_id) where c.company_id = any ($1)
                """, companies.Select(company => company.Value).ToArray()));

        await host.RestartAsync([]);
        await host.RestartAsync([JobStage.Chores]);
        Assert.Equal(2, await host.QueryAsync<long>("select count(*) from core.jobs where module = 'chores' and name = 'morning'"));
    }

    [Fact]
    public async Task The_hosts_own_chores_recur_once_each_and_clean_up()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores);
        await using var host = stage.Host;
        Assert.Equal(["clean_up", "keep_schedules", "purge_jobs"], await host.ListAsync<string>("select name from core.jobs where module = 'core' order by 1"));
        await host.ExecuteAsync("insert into core.seen (bot_id, update_id, received_at) values (1, 1, now() - interval '4 days'), (1, 2, now())");
        await stage.DoAsync(await stage.CompanyAsync(), "write", "x", "then=discard");
        await host.SettleJobsAsync();

        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal([2L], await host.ListAsync<long>("select update_id from core.seen where bot_id = 1"));
        await host.AdvanceAsync(TimeSpan.FromDays(80));
        Assert.Equal(1, await host.QueryAsync<long>("select count(*) from core.dead_jobs"));
        await host.AdvanceAsync(TimeSpan.FromDays(12));
        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from core.dead_jobs"));
    }

    /// <summary>Beside the module's own morning job.</summary>
    private static async Task<IReadOnlyList<string>> NoonsAsync(JobStage stage) => [.. (await stage.EntriesAsync()).Where(text => text == "noon")];
}
