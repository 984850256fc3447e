using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

/// <summary>A row in every table of the weekly plan, for the conformance of the module.</summary>
internal static class PlanRows
{
    public static async Task WriteAsync(TestHost host, ChatUser owner)
    {
        await host.ExecuteAsync(
            """
            insert into planner.week_plans (company_id, id, user_id, position_id, division, week, state)
            select s.company_id, gen_random_uuid(), s.user_id, p.id, 7, date_trunc('week', now())::date, 0
            from core.sessions s join core.positions p on p.company_id = s.company_id and p.number = 21 where s.telegram_id = $1
            """,
            owner.Id);
        await host.ExecuteAsync(
            """
            insert into planner.week_tasks (company_id, id, plan_id, title, tie, tie_name, created_at)
            select p.company_id, gen_random_uuid(), p.id, 'Confidential undertaking', 2, 'Hidden decree', now()
            from planner.week_plans p join core.sessions s on s.company_id = p.company_id where s.telegram_id = $1
            """,
            owner.Id);
        await host.ExecuteAsync("insert into planner.plan_times (company_id, day, at) select company_id, 4, '14:00' from core.sessions where telegram_id = $1", owner.Id);
        await host.ExecuteAsync(
            "insert into planner.digests (company_id, user_id, is_on, at) select company_id, user_id, true, '09:10' from core.sessions where telegram_id = $1", owner.Id);
    }
}
