using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Tests.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Organisation;

public sealed class OrganisationEventsTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Modules_are_told_once_and_in_the_company_who_was_appointed_replaced_freed_absent_and_dismissed()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores, JobStage.Listener);
        await using var host = stage.Host;
        var (company, owner) = await FoundAsync(stage);
        await stage.CompanyAsync();
        var (boris, vera) = (await HireAsync(host, company), await HireAsync(host, company));
        var (sixth, seventh) = (await PostAsync(host, company, 6), await PostAsync(host, company, 7));

        await InAsync(host, company, owner, work => PostsIn(work).AppointAsync(sixth, boris, Cancel));
        await InAsync(host, company, owner, work => PostsIn(work).ReplaceAsync(sixth, vera, boris, Cancel));
        await InAsync(host, company, owner, work => PostsIn(work).FreeAsync(sixth, vera, Cancel));
        await InAsync(host, company, owner, work => PostsIn(work).AppointAsync(seventh, boris, Cancel));
        await InAsync(host, company, owner, work => new TurnAbsences(work).NoteAsync(new() { Person = boris, StartsOn = new(2199, 1, 1), EndsOn = new(2199, 1, 2), Deputy = vera }, Cancel));
        await InAsync(host, company, owner, work => new TurnPeople(work).DismissAsync(boris, Cancel));
        await InAsync(host, company, vera, work => new TurnPeople(work).LeaveAsync(Cancel));
        await host.SettleJobsAsync();

        var heard = await stage.HeardAsync();
        Assert.Equal(8, heard.Count);
        Assert.Equal([$"{sixth} has {boris} after nobody", $"{sixth} has {vera} after {boris}", $"{sixth} lost {vera}"], heard.Where(text => text.StartsWith($"{sixth}", StringComparison.Ordinal)));
        Assert.Equal([$"{seventh} has {boris} after nobody", $"{seventh} lost {boris}"], heard.Where(text => text.StartsWith($"{seventh}", StringComparison.Ordinal)));
        Assert.Equal(
            [$"{boris} away 2199-01-01 to 2199-01-02, for them {vera}", $"Dismissed {boris}: {seventh}"],
            heard.Where(text => text.Contains("away", StringComparison.Ordinal) || text.Contains("Dismissed", StringComparison.Ordinal)));
        Assert.Contains($"Left {vera}: ", heard);
        Assert.Equal([company.Value], await host.ListAsync<Guid>("select distinct company_id from listener.heard"));
        Assert.Equal(0, await stage.CountJobsAsync("listener"));
    }

    [Fact]
    public async Task What_is_refused_or_rolled_back_is_not_told()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores, JobStage.Listener);
        await using var host = stage.Host;
        var (company, owner) = await FoundAsync(stage);
        var boris = await HireAsync(host, company);
        var post = await PostAsync(host, company, 6);

        await InAsync(host, company, boris, work => PostsIn(work).AppointAsync(post, boris, Cancel));
        await InAsync(host, company, boris, work => new TurnPeople(work).DismissAsync(owner, Cancel));
        await InAsync(host, company, owner, work => PostsIn(work).AppointAsync(post, boris, Cancel), commits: false);
        await host.SettleJobsAsync();

        Assert.Empty(await stage.HeardAsync());
    }

    [Fact]
    public async Task Ownership_that_changes_hands_is_an_assignment_of_the_owners_post_and_of_no_other()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores, JobStage.Listener);
        await using var host = stage.Host;
        var (company, owner) = await FoundAsync(stage);
        var boris = await HireAsync(host, company);

        var offered = await InAsync(host, company, owner, work => new TurnOwnership(work).OfferAsync(boris, Cancel));
        await InAsync(host, company, boris, work => new TurnOwnership(work).AcceptAsync(offered.Offer!.Id, Cancel));
        await host.SettleJobsAsync();

        Assert.Equal([$"{await PostAsync(host, company, 21)} has {boris} after {owner}"], await stage.HeardAsync());
    }

    [Fact]
    public async Task Without_a_module_that_listens_nothing_is_kept()
    {
        var stage = await JobStage.OpenAsync(postgres, JobStage.Chores);
        await using var host = stage.Host;
        var (company, owner) = await FoundAsync(stage);
        var boris = await HireAsync(host, company);

        var departure = await InAsync(host, company, owner, work => new TurnPeople(work).DismissAsync(boris, Cancel));

        Assert.True(departure.IsDone);
        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from core.jobs where name like 'event:%'"));
    }

    private static TurnPosts PostsIn(OrganisationWork work) => new(work, new(work.Database, () => []));

    private static async Task<(CompanyId Company, UserId Owner)> FoundAsync(JobStage stage)
    {
        var company = await stage.CompanyAsync();
        return (company, new(await stage.Host.QueryAsync<Guid>("select created_by from core.companies where company_id = $1", company.Value)));
    }

    private static async Task<UserId> HireAsync(TestHost host, CompanyId company)
    {
        var person = new UserId(Guid.CreateVersion7());
        await host.QueryAsync<Guid>(
            "insert into core.members (company_id, user_id, name, joined_at) values ($1, $2, 'Борис', now() - interval '1 day') returning user_id", company.Value, person.Value);
        return person;
    }

    private static async Task<PositionId> PostAsync(TestHost host, CompanyId company, int number) =>
        new(await host.QueryAsync<Guid>("select id from core.positions where company_id = $1 and number = $2", company.Value, number));

    private static async Task<T> InAsync<T>(TestHost host, CompanyId company, UserId person, Func<OrganisationWork, Task<T>> act, bool commits = true)
    {
        await using var database = await TurnDatabase.OpenAsync(host.Services.GetRequiredService<DatabaseAccess>(), Cancel);
        await database.UseCompanyAsync(company, Cancel);
        var result = await act(new(
            database,
            new() { User = person, UserName = "Борис", Language = "ru", StartedAt = TimeProvider.System.GetUtcNow() },
            host.Services.GetRequiredService<OrgBoard>(),
            new() { Member = new() { CompanyId = company, CompanyName = "?", Role = CompanyRoles.Employee } },
            host.Services.GetRequiredService<JobSignal>()));
        if (commits)
        {
            await database.CommitAsync(Cancel);
        }

        return result;
    }
}
