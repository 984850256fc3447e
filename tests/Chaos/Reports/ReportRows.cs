using System.Text.Json;
using Npgsql;

namespace DrAivBot.Chaos.Reports;

/// <summary>
/// Answered assessments, as the analysis would have written them: through the chat 147,000 answers would take hours. Those of
/// the company with many are finished, and their reports ordered.
/// </summary>
internal static class ReportRows
{
    private const string Version = "1.0";

    private static readonly string[] Statements =
    [
        $$"""
        insert into analysis.assessments (company_id, id, variant, state, profile, version, started_by, started_at, ended_at)
        select company_id, assessment_id, 1, case when place is null then 0 else 1 end,
            '{"industry":"retail","model":"mixed","product":"Kitchens","employees":40,"currency":"RUB","goal":"Grow twice"}', '{{Version}}', user_id,
            now() - interval '1 day', case when place is not null then now() - place * interval '1 minute' end
        from chosen
        """,
        """
        insert into analysis.answers (company_id, assessment_id, question_id, kind, value, comment, user_id, answered_at)
        select c.company_id, c.assessment_id, q.id, 0, given.among[1 + abs(hashtext(c.assessment_id::text || q.id)) % cardinality(given.among)],
            case when hashtext(q.id || c.assessment_id::text) % 7 = 0 then 'It was better last year, and nobody knows why.' end, c.user_id, now() - interval '1 hour'
        from chosen c cross join questions q cross join lateral string_to_array(q.choices, '|') as given (among)
        """,
        """
        insert into core.assistant_consents (company_id, id, version, given_by, given_at)
        select company_id, gen_random_uuid(), 1, user_id, now() from chosen where is_assisted
        """,
    ];

    private const string Order = """
        insert into core.jobs (company_id, id, module, name, key, payload, due_at, next_at)
        select company_id, gen_random_uuid(), 'analysis', 'report', assessment_id || '/' || user_id,
            json_build_object('assessment', assessment_id, 'user', user_id, 'language', 'en', 'timeZone', 'UTC', 'progress', gen_random_uuid(), 'orderedAt', now())::text, now(), now()
        from chosen where place is not null
        """;

    /// <summary>Writes the assessments of everybody who has entered.</summary>
    public static async Task WriteAsync(string database, ReportOptions options, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Command Timeout=300");
        await RunAsync(source, "create table public.questions as select * from unnest($1::text[], $2::text[]) as q (id, choices)", await ReadQuestionsAsync(cancellationToken), cancellationToken);
        await RunAsync(
            source,
            """
            create table public.chosen as
            select m.company_id, m.user_id, place, md5(m.company_id || 'assessment' || coalesce(place, 0))::uuid as assessment_id,
                place is null and (u.telegram_id - $1) * 37 % 100 < $3 as is_assisted
            from core.users u join core.members m on m.user_id = u.id
            cross join lateral (select nullif(n, 0) from generate_series(case when u.telegram_id = $2 then 1 else 0 end, case when u.telegram_id = $2 then $4 else 0 end) n) as one (place)
            where u.telegram_id >= $1
            """,
            [PlannedUpdate.FirstUser + options.People, PlannedUpdate.FirstUser + options.Everybody - 1, (long)options.Assisted, options.Many],
            cancellationToken);
        foreach (var statement in Statements.Append("analyze"))
        {
            await RunAsync(source, statement, [], cancellationToken);
        }
    }

    /// <summary>Orders the reports of the one company with many.</summary>
    public static async Task OrderManyAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await RunAsync(source, Order, [], cancellationToken);
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement, object[] values, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The questions, and what may be answered to each.</summary>
    private static async Task<object[]> ReadQuestionsAsync(CancellationToken cancellationToken)
    {
        using var file = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(BuiltFiles.Root, "plugins", "analysis", "Questionnaire", $"questionnaire-{Version}.json"), cancellationToken));
        var questions = file.RootElement.GetProperty("questions").EnumerateArray().ToList();
        return
        [
            questions.Select(question => question.GetProperty("id").GetString()!).ToArray(),
            questions.Select(question => question.GetProperty("type").GetString() switch
            {
                "yes_no_partly" => "yes|partly|no",
                "scale_0_4" => "0|1|2|3|4",
                "number" => "0|1|5|20|50",
                _ => "The post that waits for drawings: orders stand still|Nobody looks at the figures until the month ends",
            }).ToArray(),
        ];
    }
}
