using DrAivBot.Analysis.Tests.Conversations;
using DrAivBot.Analysis.Tests.Writing;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Plans;

/// <summary>The plan for whoever takes it up.</summary>
public sealed class PlanTests(PostgresFixture postgres)
{
    private static readonly TestModule Listener = TestModule.Plugin("Listener", "listener");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_can_be_created_only_where_a_module_takes_it_up()
    {
        await using var host = await TestHost.StartAsync(
            postgres, new TestHostOptions { Modules = [TestModule.Company, Analysis.Module], Deadline = TimeSpan.FromSeconds(90) }, Cancel);
        var firm = await TestCompany.FoundAsync(host, "Planned");
        var anna = firm.Owner;
        await Walk.ExpressAsync(anna);
        await Walk.WriteAsync(host, firm, AssistedHost.Express);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("✅ Finish the analysis");
        await host.SettleJobsAsync();
        await OpenAsync(anna);
        Walk.Has(anna, "Days 1–30");
        Assert.False(anna.Screen.HasButton("🎯"));

        await host.RestartAsync([TestModule.Company, Analysis.Module, Listener]);
        await OpenAsync(anna);
        await anna.PressAsync("🎯 Create the plan");
        Assert.Contains("handed over", anna.Toast, StringComparison.Ordinal);
        await host.SettleJobsAsync();
        var assessment = await host.QueryAsync<Guid>("select id from analysis.assessments where company_id = $1", firm.Id);
        var heard = await host.ListAsync<string>("select text from listener.heard order by text");
        Assert.InRange(heard.Count, 9, 15);
        Assert.All(heard, line => Assert.StartsWith($"{assessment} ", line, StringComparison.Ordinal));
        Assert.Contains(heard, line => line.StartsWith($"{assessment} 3 19 +90 ", StringComparison.Ordinal));
        Assert.Equal(1, await host.QueryAsync<long>("select count(distinct event) from listener.heard"));

        await host.ExecuteAsync("update core.companies set modules_off = '{listener}' where company_id = $1", firm.Id);
        var (old, data) = (anna.Screen, anna.Screen.Button("🎯").Data!);
        await OpenAsync(anna);
        Assert.False(anna.Screen.HasButton("🎯"));
        await anna.PressDataAsync(data, old);
        await host.SettleJobsAsync();
        Assert.Equal(heard.Count, await host.QueryAsync<long>("select count(*) from listener.heard"));
    }

    private static async Task OpenAsync(ChatUser user)
    {
        await user.SayAsync("/analysis");
        await user.PressAsync("🏁");
        await user.PressAsync("🗓");
    }
}
