using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class AbsencesTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10, 20, AbsenceOutcome.Done)]
    [InlineData(3, 4, AbsenceOutcome.Done)]
    [InlineData(4, 5, AbsenceOutcome.Overlaps)]
    [InlineData(9, 12, AbsenceOutcome.Overlaps)]
    [InlineData(6, 6, AbsenceOutcome.Overlaps)]
    [InlineData(3, 20, AbsenceOutcome.Overlaps)]
    [InlineData(12, 11, AbsenceOutcome.BadDates)]
    public async Task Overlaps_of_absences_are_refused(int from, int until, AbsenceOutcome expected)
    {
        var (stage, _, company, boris, _) = await FoundAsync();
        await NoteAsync(stage, boris, company, boris, 5, 9);

        var result = await NoteAsync(stage, boris, company, boris, from, until);

        Assert.Equal(expected, result.Outcome);
        Assert.True(expected != AbsenceOutcome.Overlaps || result.Absence!.StartsOn == new DateOnly(2026, 3, 5));
    }

    [Fact]
    public async Task Of_two_overlapping_absences_noted_at_once_one_is_refused()
    {
        var (stage, _, company, boris, _) = await FoundAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NoteAsync(stage, boris, company, boris, 5, 9)));

        Assert.Single(results, result => result.IsDone);
    }

    [Fact]
    public async Task A_deputy_must_be_somebody_else_who_is_there_on_all_these_days()
    {
        var (stage, _, company, boris, vera) = await FoundAsync();
        await NoteAsync(stage, vera, company, vera, 8, 9);

        Assert.Equal(AbsenceOutcome.BadDeputy, (await NoteAsync(stage, boris, company, boris, 5, 6, boris)).Outcome);
        Assert.Equal(AbsenceOutcome.BadDeputy, (await NoteAsync(stage, boris, company, boris, 5, 6, Person.Named("Никто"))).Outcome);
        Assert.Equal(AbsenceOutcome.DeputyIsAbsent, (await NoteAsync(stage, boris, company, boris, 5, 8, vera)).Outcome);
        Assert.Equal(AbsenceOutcome.Done, (await NoteAsync(stage, boris, company, boris, 5, 7, vera)).Outcome);
    }

    [Fact]
    public async Task An_absence_taken_back_is_gone_and_one_that_has_begun_ends_with_yesterday()
    {
        var (stage, anna, company, boris, vera) = await FoundAsync();
        var later = (await NoteAsync(stage, boris, company, boris, 20, 22)).Absence!;
        var running = (await NoteAsync(stage, boris, company, boris, 2, 9, vera)).Absence!;
        stage.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(AbsenceOutcome.Forbidden, (await stage.InAsync(vera, company, work => new TurnAbsences(work).EndAsync(running.Id, Cancellation))).Outcome);
        Assert.True((await stage.InAsync(boris, company, work => new TurnAbsences(work).EndAsync(running.Id, Cancellation))).IsDone);
        Assert.True((await stage.InAsync(anna, company, work => new TurnAbsences(work).EndAsync(later.Id, Cancellation))).IsDone);

        Assert.Empty(await stage.InAsync(anna, company, work => new TurnAbsences(work).ListAsync(null, 0, 8, Cancellation)));
        Assert.Equal(new DateOnly(2026, 3, 3), await stage.PeekAsync<DateOnly>("select ends_on from core.absences where company_id = $1", company.Value));
    }

    [Fact]
    public async Task A_positions_deputy_acts_when_the_absence_names_nobody_who_is_there()
    {
        var (stage, anna, company, boris, vera) = await FoundAsync();
        var post = await stage.PostAsync(company, 6);
        await NoteAsync(stage, boris, company, boris, 2, 9);
        Assert.Equal("Борис", await ActorAsync(stage, anna, company, post));

        Assert.True((await stage.InAsync(boris, company, work => new TurnAbsences(work).NameDeputyAsync(post, vera.Id, new(2026, 3, 1), null, Cancellation))).IsDone);
        Assert.Equal("Вера", await ActorAsync(stage, anna, company, post));

        var deputy = Assert.Single(await stage.InAsync(anna, company, work => new TurnAbsences(work).ListDeputiesAsync(post, Cancellation)));
        Assert.Equal(AbsenceOutcome.Forbidden, (await stage.InAsync(vera, company, work => new TurnAbsences(work).RemoveDeputyAsync(deputy.Id, Cancellation))).Outcome);
        Assert.True((await stage.InAsync(anna, company, work => new TurnAbsences(work).RemoveDeputyAsync(deputy.Id, Cancellation))).IsDone);
        Assert.Equal("Борис", await ActorAsync(stage, anna, company, post));
    }

    private static async Task<string?> ActorAsync(OrganisationStage stage, Person who, CompanyId company, PositionId post) =>
        (await stage.ActAsync(who, company, chart => chart.FindPositionAsync(post, Cancellation)))!.Actor?.Name;

    private static Task<AbsenceResult> NoteAsync(OrganisationStage stage, Person who, CompanyId company, Person whom, int from, int until, Person? deputy = null) =>
        stage.InAsync(who, company, work => new TurnAbsences(work).NoteAsync(
            new() { Person = whom.Id, StartsOn = new(2026, 3, from), EndsOn = new(2026, 3, until), Deputy = deputy?.Id }, Cancellation));

    private async Task<(OrganisationStage Stage, Person Anna, CompanyId Company, Person Boris, Person Vera)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        var company = await stage.RegisterAsync(anna);
        return (stage, anna, company, await stage.HireAsync(company, "Борис", 6), await stage.HireAsync(company, "Вера"));
    }
}
