using DrAivBot.Testing;
using DrAivBot.Testing.Scale;

namespace DrAivBot.CompanyFigures;

/// <summary>A company with 10,000 events in a month: how long the database is at work for each view of the planner.</summary>
internal sealed class PlannerFigures(TestHost host, TestCompany company)
{
    public const int Events = 10_000;

    /// <summary>One event in fifty stands in the company's calendar and one in five in a unit's; the owner is invited to one in twenty.</summary>
    private static readonly string[] Usual =
    [
        Insert("case when i % 50 = 0 then 2 when i % 5 = 0 then 1 else 0 end", "case when i % 50 <> 0 and i % 5 = 0 then i % 21 + 1 end"),
        Occurrences,
        """
        insert into planner.participants (company_id, event_id, ordinal, kind, target_id)
        select $1, e.id, 1, 0, m.user_id
        from (select id, row_number() over (order by uid) as n from planner.events where company_id = $1) e
        join core.companies c on c.company_id = $1 join core.members m on m.company_id = $1 and m.user_id = c.created_by
        where e.n % 20 = 0
        """,
        "analyze planner.events, planner.occurrences, planner.participants",
    ];

    /// <summary>Everything in the calendar of the company: more than anybody looks through.</summary>
    private static readonly string[] AllShared =
    [
        "delete from planner.events where company_id = $1",
        Insert("2", "null::int"),
        Occurrences,
        "analyze planner.events, planner.occurrences, planner.participants",
    ];

    private const string Occurrences = """
        insert into planner.occurrences (company_id, event_id, original_start, starts_at, ends_at, local_start, local_end, is_all_day)
        select company_id, id, local_start, local_start at time zone zone, local_end at time zone zone, local_start, local_end, false
        from planner.events where company_id = $1
        """;

    public Task FillAsUsualAsync() => FillAsync(Usual);

    public Task FillSharedAsync() => FillAsync(AllShared);

    public IReadOnlyList<LargeCompanyStep> Screens()
    {
        var owner = company.Owner;
        return
        [
            new("day", false, () => owner.SayAsync("/today")),
            new("next day", false, () => owner.PressDataAsync(owner.Screen.Buttons.First(button => button.Text.EndsWith(" ›", StringComparison.Ordinal)).Data!)),
            new("week", false, () => owner.PressAsync("Неделя")),
            new("month", false, () => owner.PressAsync("Месяц")),
            new("agenda", false, () => owner.PressAsync("Ближайшее")),
            new("its next page", false, () => owner.PressAsync("›")),
            new("card", false, () => owner.PressDataAsync(owner.Screen.Buttons[0].Data!)),
        ];
    }

    private async Task FillAsync(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            await (statement.Contains("$1", StringComparison.Ordinal) ? host.ExecuteAsync(statement, company.Id) : host.ExecuteAsync(statement));
        }
    }

    private static string Insert(string calendar, string unit) => $"""
        insert into planner.events (company_id, id, uid, calendar, unit, kind, title, is_all_day, local_start, local_end, zone, is_private, organiser_id, created_at)
        select $1, gen_random_uuid(), 'figure-' || i, {calendar}, {unit}, 0, 'Встреча ' || i, false, s.start, s.start + interval '1 hour', 'Europe/Moscow', i % 7 = 0,
            coalesce(m.user_id, gen_random_uuid()), now()
        from generate_series(1, {Events}) i
        cross join lateral (select date_trunc('month', now())::timestamp + (i % 28) * interval '1 day' + (8 + i % 10) * interval '1 hour' as start) s
        left join (select user_id, row_number() over (order by joined_at) as n from core.members where company_id = $1) m on m.n = i + 1
        """;
}
