using System.Data.Common;
using System.Text.Json;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Rows of analysis.assessments and analysis.overrides.</summary>
internal sealed class AssessmentTable(IWork work, Questionnaires questionnaires)
{
    private const string All = """
        select a.id, a.variant, a.state, a.profile::text, a.version, o.content, a.started_by, a.started_at, a.ended_at
        from analysis.assessments a
        left join analysis.overrides o on o.company_id = a.company_id and o.hash = a.overrides_hash
        """;

    public Task<Assessment?> FindOpenAsync(CancellationToken cancellationToken) =>
        work.FindAsync($"{All} where a.state = 0", [], Read, cancellationToken);

    /// <summary>One that was not given up.</summary>
    public Task<Assessment?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        work.FindAsync($"{All} where a.id = $1 and a.state < 2", [id], Read, cancellationToken);

    /// <summary>The same while it is open, held against its end until the work ends.</summary>
    public Task<Assessment?> LockOpenAsync(Guid id, CancellationToken cancellationToken) =>
        work.FindAsync($"{All} where a.id = $1 and a.state = 0 for update of a", [id], Read, cancellationToken);

    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<Assessment>> ListFinishedAsync(int most, CancellationToken cancellationToken) =>
        work.ListAsync($"{All} where a.state = 1 order by a.ended_at desc, a.id desc limit $1", [most], Read, cancellationToken);

    /// <summary>The full one that was finished before another; null when there is none.</summary>
    public Task<Assessment?> FindFullBeforeAsync(Assessment other, CancellationToken cancellationToken) => work.FindAsync(
        $"{All} where a.state = 1 and a.variant = 1 and a.ended_at < $1 and a.id <> $2 order by a.ended_at desc limit 1",
        [other.EndedAt ?? work.StartedAt, other.Id], Read, cancellationToken);

    /// <returns>False when another is open.</returns>
    public async Task<bool> StartAsync(Assessment started, CancellationToken cancellationToken)
    {
        var overrides = started.Questions.Overrides;
        if (overrides is not null)
        {
            await work.ExecuteAsync(
                "insert into analysis.overrides (hash, content) values ($1, $2) on conflict do nothing", [overrides.Hash, overrides.Content], cancellationToken);
        }

        return await work.ExecuteAsync(
            """
            insert into analysis.assessments (id, variant, profile, version, overrides_hash, started_by, started_at)
            values ($1, $2, $3::jsonb, $4, $5::text, $6, $7)
            on conflict (company_id) where state = 0 do nothing
            """,
            [
                started.Id, (short)started.Variant, JsonSerializer.Serialize(started.Profile, AnalysisJson.Default.CompanyProfile),
                started.Questions.Version, overrides?.Hash, started.StartedBy.Value, started.StartedAt,
            ],
            cancellationToken) > 0;
    }

    /// <summary>Makes an open express assessment a full one; its answers stay.</summary>
    public async Task<bool> WidenAsync(Guid id, CancellationToken cancellationToken) =>
        await work.ExecuteAsync("update analysis.assessments set variant = 1 where id = $1 and state = 0 and variant = 0", [id], cancellationToken) > 0;

    /// <returns>False when it was ended before.</returns>
    public async Task<bool> EndAsync(Guid id, AssessmentState state, CancellationToken cancellationToken) => await work.ExecuteAsync(
        "update analysis.assessments set state = $2, ended_at = $3 where id = $1 and state = 0", [id, (short)state, work.StartedAt], cancellationToken) > 0;

    private Assessment Read(DbDataReader row)
    {
        var version = row.GetString(4);
        return new()
        {
            Id = row.GetGuid(0),
            Variant = (Variant)row.GetInt16(1),
            State = (AssessmentState)row.GetInt16(2),
            Profile = JsonSerializer.Deserialize(row.GetString(3), AnalysisJson.Default.CompanyProfile)!,
            Questions = questionnaires.Find(version, row.GetValue(5) is string content ? OverrideSet.Parse(content) : null)
                ?? throw new InvalidOperationException($"An assessment was asked with version {version} of the questionnaire, which this version of the module does not have. Update the module."),
            StartedBy = new(row.GetGuid(6)),
            StartedAt = new(row.GetDateTime(7), TimeSpan.Zero),
            EndedAt = row.GetValue(8) is DateTime ended ? new DateTimeOffset(ended, TimeSpan.Zero) : null,
        };
    }
}
