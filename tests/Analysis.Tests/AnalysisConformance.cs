using DrAivBot.Analysis.Tests.Conversations;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests;

public sealed class AnalysisConformance(ConformanceStage stage) : ModuleConformance(stage)
{
    protected override TestModule Module => Analysis.Module;

    protected override IReadOnlyList<string> Samples => ["Sample", "12", "-"];

    protected override bool HasAssistant => true;

    protected override async Task PrepareAsync(TestHost host, ChatUser owner)
    {
        await Walk.ExpressAsync(owner);
        await owner.PressAsync("3 · ");
        var company = await host.QueryAsync<Guid>("select company_id from core.sessions where telegram_id = $1", owner.Id);
        foreach (var sql in new[]
        {
            "insert into analysis.overrides (company_id, hash, content) values ($1, '0123456789abcdef', '{}')",
            "insert into analysis.assignments (company_id, assessment_id, division, user_id, assigned_at) select company_id, id, 3, started_by, now() from analysis.assessments where company_id = $1",
            """
            insert into analysis.assessments (company_id, id, variant, state, profile, version, started_by, started_at, ended_at)
            select company_id, gen_random_uuid(), 1, 1, profile, version, started_by, now(), now() from analysis.assessments where company_id = $1
            """,
            """
            insert into analysis.answers (company_id, assessment_id, question_id, kind, value, comment, user_id, answered_at)
            select company_id, id, 'D0' || d || 'Q' || q, 0, case when q = 1 then 'no' else '1' end, 'Secret remark', started_by, now()
            from analysis.assessments, generate_series(1, 9) d, generate_series(1, 6) q where company_id = $1 and state = 1
            """,
            """
            insert into analysis.reports (company_id, assessment_id, language, source, texts, made_at)
            select company_id, id, 'ru', 0, '{"source":0,"summary":"Secret summary","divisions":[],"weakPoints":[],"plan":[{"firstDay":1,"lastDay":30,"actions":[{"action":"Secret action","position":3,"day":10,"result":"r","statistic":"s"}]}],"gaps":"","disclaimer":""}', now()
            from analysis.assessments where company_id = $1 and state = 1
            """,
            """
            insert into analysis.ideas (company_id, id, title, price, unit_cost, volume, fixed_costs, investment, currency, user_id, created_at)
            select company_id, gen_random_uuid(), 'Secret idea', 350, 210, 1500, 120000, 500000, 'RUB', started_by, now() from analysis.assessments where company_id = $1 and state = 1
            """,
        })
        {
            await host.ExecuteAsync(sql, company);
        }
    }
}
