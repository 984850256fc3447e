using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class OwnershipTests(OrganisationDatabase database) : IClassFixture<OrganisationDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ownership_transfer_needs_both_sides_confirmation_within_24_hours()
    {
        var (stage, anna, boris, company) = await FoundAsync();
        var offer = (await OfferAsync(stage, anna, company, boris)).Offer!;
        Assert.Equal(offer, await stage.InAsync(boris, company, work => new TurnOwnership(work).FindOfferAsync(Cancellation)));

        stage.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var accepted = await stage.InAsync(boris, company, work => new TurnOwnership(work).AcceptAsync(offer.Id, Cancellation));

        Assert.Equal(OwnershipOutcome.Done, accepted.Outcome);
        var theirs = await stage.ActAsync(boris, company, chart => chart.ListPositionsOfAsync(boris.Id, Cancellation));
        Assert.Equal(21, theirs.Count);
        Assert.False(theirs[^1].IsVacant);
        Assert.Equal(20, theirs.Count(post => post.IsVacant));
        Assert.Empty(await stage.ActAsync(anna, company, chart => chart.ListPositionsOfAsync(anna.Id, Cancellation)));
        Assert.Equal(DepartureOutcome.Done, (await stage.InAsync(anna, company, work => new TurnPeople(work).LeaveAsync(Cancellation))).Outcome);
        Assert.Equal(OwnershipOutcome.NotFound, (await stage.InAsync(boris, company, work => new TurnOwnership(work).AcceptAsync(offer.Id, Cancellation))).Outcome);
    }

    [Fact]
    public async Task An_offer_lapses_after_24_hours_and_another_can_be_made()
    {
        var (stage, anna, boris, company) = await FoundAsync();
        var offer = (await OfferAsync(stage, anna, company, boris)).Offer!;
        Assert.Equal(OwnershipOutcome.AlreadyOffered, (await OfferAsync(stage, anna, company, boris)).Outcome);

        stage.Time.Advance(TimeSpan.FromHours(24));

        Assert.Null(await stage.InAsync(boris, company, work => new TurnOwnership(work).FindOfferAsync(Cancellation)));
        Assert.Equal(OwnershipOutcome.Expired, (await stage.InAsync(boris, company, work => new TurnOwnership(work).AcceptAsync(offer.Id, Cancellation))).Outcome);
        Assert.Equal(OwnershipOutcome.Done, (await OfferAsync(stage, anna, company, boris)).Outcome);
    }

    [Fact]
    public async Task Nobody_else_sees_accepts_or_closes_an_offer_and_either_side_closes_it()
    {
        var (stage, anna, boris, company) = await FoundAsync();
        var vera = await stage.HireAsync(company, "Вера", 19);
        var offer = (await OfferAsync(stage, anna, company, boris)).Offer!;

        Assert.Null(await stage.InAsync(vera, company, work => new TurnOwnership(work).FindOfferAsync(Cancellation)));
        Assert.Equal(OwnershipOutcome.NotFound, (await stage.InAsync(vera, company, work => new TurnOwnership(work).AcceptAsync(offer.Id, Cancellation))).Outcome);
        Assert.Equal(OwnershipOutcome.NotFound, (await stage.InAsync(anna, company, work => new TurnOwnership(work).AcceptAsync(offer.Id, Cancellation))).Outcome);
        Assert.Equal(OwnershipOutcome.NotFound, (await stage.InAsync(vera, company, work => new TurnOwnership(work).CloseAsync(offer.Id, Cancellation))).Outcome);
        Assert.Equal(OwnershipOutcome.Done, (await stage.InAsync(boris, company, work => new TurnOwnership(work).CloseAsync(offer.Id, Cancellation))).Outcome);
        Assert.Equal(OwnershipOutcome.NotFound, (await stage.InAsync(boris, company, work => new TurnOwnership(work).AcceptAsync(offer.Id, Cancellation))).Outcome);
    }

    [Fact]
    public async Task Ownership_is_not_offered_to_oneself_nor_to_strangers()
    {
        var (stage, anna, _, company) = await FoundAsync();

        Assert.Equal(OwnershipOutcome.BadPerson, (await OfferAsync(stage, anna, company, anna)).Outcome);
        Assert.Equal(OwnershipOutcome.BadPerson, (await OfferAsync(stage, anna, company, Person.Named("Никто"))).Outcome);
    }

    private static Task<OwnershipResult> OfferAsync(OrganisationStage stage, Person who, CompanyId company, Person whom) =>
        stage.InAsync(who, company, work => new TurnOwnership(work).OfferAsync(whom.Id, Cancellation));

    private async Task<(OrganisationStage Stage, Person Anna, Person Boris, CompanyId Company)> FoundAsync()
    {
        var (stage, anna) = (database.Stage(), Person.Named("Анна"));
        var company = await stage.RegisterAsync(anna);
        return (stage, anna, await stage.HireAsync(company, "Борис"), company);
    }
}
