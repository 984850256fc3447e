using DrAivBot.Planner.Tests.Conversations;
using DrAivBot.Planner.Tests.WeeklyPlans;
using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests;

public sealed class PlannerConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => Planner.Module;

    protected override IReadOnlyList<string> Samples => ["Sample", "15.12.2027", "15:00", "-"];

    protected override async Task PrepareAsync(TestHost host, ChatUser owner)
    {
        await Plans.CreateAsync(owner, "Secret plan", Plans.InDays(1), "10:00", repeat: "Every day");
        var company = await host.QueryAsync<Guid>("select company_id from core.sessions where telegram_id = $1", owner.Id);
        foreach (var sql in new[]
        {
            "insert into planner.participants (company_id, event_id, ordinal, kind, target_id) select company_id, id, 1, 0, organiser_id from planner.events where company_id = $1",
            "insert into planner.exceptions (company_id, event_id, original_start, title) select company_id, id, local_start, 'Secret change' from planner.events where company_id = $1",
            "insert into planner.answers (company_id, event_id, original_start, user_id, rsvp, answered_at) select company_id, id, local_start, organiser_id, 1, now() from planner.events where company_id = $1",
            "insert into planner.missed (company_id, user_id, event_id, original_start) select company_id, organiser_id, id, local_start from planner.events where company_id = $1",
        })
        {
            await host.ExecuteAsync(sql, company);
        }

        await PlanRows.WriteAsync(host, owner);
    }
}
