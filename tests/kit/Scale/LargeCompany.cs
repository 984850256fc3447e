namespace DrAivBot.Testing.Scale;

/// <summary>Makes a company large by writing its rows: people, posts below the departments, who held them, invitations, absences.</summary>
internal static class LargeCompany
{
    public const int Members = 10_000;
    public const int AddedPosts = 2_000;

    /// <summary>Of the added posts, so many are in department 6; the others are spread evenly.</summary>
    public const int PostsOfSales = 500;

    private const int FilledPosts = 1_600;

    private static readonly string[] Statements =
    [
        """
        insert into core.members (company_id, user_id, name, joined_at)
        select $1, gen_random_uuid(),
            (array['Иванов', 'Петрова', 'Сидоров', 'Кузнецова', 'Ким', 'Müller', 'Абдурахманова'])[i % 7 + 1] || ' '
                || (array['Анна', 'Борис', 'Вера', 'Глеб', 'Дина'])[i % 5 + 1] || ' ' || i, now() - i * interval '1 hour'
        from generate_series(1, {Members}) i
        """,
        """
        insert into core.positions (company_id, id, number, kind, division_number, department_number, name, created_at)
        select d.company_id, gen_random_uuid(), 21 + i, 'specialist', d.division_number, d.number, 'Специалист ' || i, now()
        from generate_series(1, {AddedPosts}) i
        join core.departments d on d.company_id = $1 and d.number = case when i <= {PostsOfSales} then 6 else i % 21 + 1 end
        """,
        """
        insert into core.holdings (company_id, id, position_id, user_id, since, until, training_percent)
        select p.company_id, gen_random_uuid(), p.id, m.user_id, now() - interval '1 year', case when turn < 3 then now() - turn * interval '1 month' end, p.n % 100 + 1
        from (select company_id, id, row_number() over (order by number) as n from core.positions where company_id = $1 and number > 21) p
        join (select user_id, row_number() over (order by joined_at) as n from core.members where company_id = $1) m on m.n = p.n * 4
        cross join generate_series(1, 3) turn
        where p.n <= {FilledPosts}
        """,
        """
        insert into core.absences (company_id, id, user_id, starts_on, ends_on)
        select $1, gen_random_uuid(), user_id, current_date - 1, current_date + 5
        from (select user_id, row_number() over (order by joined_at) as n from core.members where company_id = $1) m where n % 20 = 0
        """,
        """
        insert into core.invitations (company_id, id, position_id, token_hash, invited_by, created_at, expires_at)
        select $1, gen_random_uuid(), p.id, sha256(p.id::text::bytea), (select created_by from core.companies where company_id = $1), now() - interval '2 days', now() + interval '5 days'
        from core.positions p where p.company_id = $1 and p.number > 21
        """,
        """
        insert into core.audit (company_id, id, at, act) select $1, gen_random_uuid(), now() - i * interval '1 minute', 'post.appointed' from generate_series(1, 20000) i
        """,
    ];

    public static async Task FillAsync(TestHost host, Guid company)
    {
        foreach (var statement in Statements)
        {
            await host.ExecuteAsync(
                statement
                    .Replace("{Members}", $"{Members}", StringComparison.Ordinal)
                    .Replace("{AddedPosts}", $"{AddedPosts}", StringComparison.Ordinal)
                    .Replace("{PostsOfSales}", $"{PostsOfSales}", StringComparison.Ordinal)
                    .Replace("{FilledPosts}", $"{FilledPosts}", StringComparison.Ordinal),
                company);
        }

        await host.ExecuteAsync("analyze");
    }
}
