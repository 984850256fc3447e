using Npgsql;

namespace DrAivBot.Chaos.Reports;

/// <summary>What the database holds of reports, seen past row level security.</summary>
internal sealed record ReportFindings
{
    /// <summary>The reports in the order in which they were made.</summary>
    public required IReadOnlyList<MadeReport> Made { get; init; }

    public required long Notices { get; init; }

    public required long JobsLeft { get; init; }

    public required long Dead { get; init; }

    /// <summary>What counted in quotas.</summary>
    public required long Charged { get; init; }

    public required long SetAside { get; init; }

    /// <summary>How many reports were made so far.</summary>
    public static async Task<long> CountMadeAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select count(*) from core.notifications where module = 'analysis'");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public static async Task<ReportFindings> ReadAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new("""
            select c.place is not null, c.is_assisted, r.source = 1, extract(epoch from r.made_at - greatest(a.ended_at, (select min(ended_at) from analysis.assessments join public.chosen using (company_id) where place is null)))::float8
            from analysis.reports r join public.chosen c on c.assessment_id = r.assessment_id join analysis.assessments a on a.company_id = c.company_id and a.id = c.assessment_id
            order by r.made_at
            """));
        batch.BatchCommands.Add(new("""
            select (select count(*) from core.notifications where module = 'analysis'), (select count(*) from core.jobs where module = 'analysis' and name = 'report'),
                (select count(*) from core.dead_jobs), (select count(*) from core.assistant_charges where counted_at is not null), (select count(*) from core.set_aside)
            """));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var made = new List<MadeReport>();
        while (await reader.ReadAsync(cancellationToken))
        {
            made.Add(new(reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2), TimeSpan.FromSeconds(reader.GetDouble(3))));
        }

        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new()
        {
            Made = made,
            Notices = reader.GetInt64(0),
            JobsLeft = reader.GetInt64(1),
            Dead = reader.GetInt64(2),
            Charged = reader.GetInt64(3),
            SetAside = reader.GetInt64(4),
        };
    }
}

/// <summary>One report.</summary>
/// <param name="IsOfMany">Whether it is of the company with many.</param>
/// <param name="IsAgreed">Whether the owner has agreed to the assistant.</param>
/// <param name="IsAssisted">Whether an assistant wrote it.</param>
/// <param name="After">How long after the end of the assessment.</param>
internal sealed record MadeReport(bool IsOfMany, bool IsAgreed, bool IsAssisted, TimeSpan After);
