using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class SettingsTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_company_works_from_Monday_to_Friday_and_rests_at_night()
    {
        var (stage, anna, company) = await FoundAsync();

        var settings = (await stage.InAsync(anna, company, work => new TurnSettings(work).FindAsync(Cancellation)))!;

        Assert.Equal(("Северный ветер", "Asia/Almaty", "KZT"), (settings.Name, settings.TimeZone, settings.Currency));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], settings.Week.Keys.Order());
        Assert.Equal(new() { From = new(21, 0), Until = new(8, 0) }, settings.Quiet);
        Assert.Equal(new() { Day = DayOfWeek.Sunday, At = new(23, 59) }, settings.Cutoff);
        Assert.Equal(new(), settings.Limits);
    }

    [Fact]
    public async Task Every_setting_changes_by_itself_and_only_what_changed_is_in_the_audit()
    {
        var (stage, anna, company) = await FoundAsync();
        var limits = new ApprovalLimits { DepartmentHead = 100.5m, DivisionHead = 1000, Executive = 10_000, ConfirmAbove = 50 };
        CompanyChange[] changes =
        [
            new() { Name = "Маяк" }, new() { TimeZone = "Europe/Berlin" }, new() { Currency = "EUR" }, new() { Limits = limits },
            new() { Quiet = new() { From = new(22, 0), Until = new(7, 30) } }, new() { Cutoff = new() { Day = DayOfWeek.Thursday, At = new(14, 0) } },
            new() { Week = new Dictionary<DayOfWeek, WorkingHours> { [DayOfWeek.Sunday] = new() { From = new(10, 0), Until = new(16, 0) } } },
        ];

        foreach (var change in changes)
        {
            Assert.Equal(SettingsOutcome.Done, await ChangeAsync(stage, anna, company, change));
            Assert.Equal(SettingsOutcome.Unchanged, await ChangeAsync(stage, anna, company, change));
        }

        var settings = (await stage.InAsync(anna, company, work => new TurnSettings(work).FindAsync(Cancellation)))!;
        Assert.Equal(("Маяк", "Europe/Berlin", "EUR", limits), (settings.Name, settings.TimeZone, settings.Currency, settings.Limits));
        Assert.Equal((changes[4].Quiet, changes[5].Cutoff), (settings.Quiet, settings.Cutoff));
        Assert.Equal(DayOfWeek.Sunday, Assert.Single(settings.Week.Keys));
        Assert.Equal(
            """{"name": "Маяк"}""",
            await stage.PeekAsync<string>("select after::text from core.audit where company_id = $1 and act = 'company.changed' and after->>'name' is not null", company.Value));
    }

    [Fact]
    public async Task A_value_that_breaks_its_rule_changes_nothing()
    {
        var (stage, anna, company) = await FoundAsync();
        CompanyChange[] wrong =
        [
            new() { Name = "1" }, new() { TimeZone = "Mars/Olympus" }, new() { Currency = "rubles" }, new() { Limits = new() { DepartmentHead = -1 } },
            new() { Limits = new() { Executive = 0.001m } }, new() { Week = new Dictionary<DayOfWeek, WorkingHours>() },
            new() { Currency = "EUR", Week = new Dictionary<DayOfWeek, WorkingHours> { [DayOfWeek.Monday] = new() { From = new(9, 0), Until = new(9, 0) } } },
        ];

        foreach (var change in wrong)
        {
            Assert.Equal(SettingsOutcome.BadValue, await ChangeAsync(stage, anna, company, change));
        }

        Assert.Equal("KZT", (await stage.InAsync(anna, company, work => new TurnSettings(work).FindAsync(Cancellation)))!.Currency);
    }

    [Fact]
    public async Task A_holiday_is_in_the_calendar_until_it_is_taken_back()
    {
        var (stage, anna, company) = await FoundAsync();
        var day = new DateOnly(2026, 3, 9);

        Assert.Equal(SettingsOutcome.Done, await stage.InAsync(anna, company, work => new TurnSettings(work).SetDayAsync(day, false, "Праздник", Cancellation)));
        Assert.False((await stage.InAsync(anna, company, work => new TurnSettings(work).FindCalendarAsync(Cancellation)))!.IsWorkingDay(day));
        Assert.Equal(SettingsOutcome.Done, await stage.InAsync(anna, company, work => new TurnSettings(work).SetDayAsync(day, null, null, Cancellation)));
        Assert.True((await stage.InAsync(anna, company, work => new TurnSettings(work).FindCalendarAsync(Cancellation)))!.IsWorkingDay(day));
    }

    private static Task<SettingsOutcome> ChangeAsync(OrganisationStage stage, Person who, CompanyId company, CompanyChange change) =>
        stage.InAsync(who, company, work => new TurnSettings(work).ChangeAsync(change, Cancellation));

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        return (stage, anna, await stage.RegisterAsync(anna));
    }
}
