using System.Text.Json;
using DrAivBot.Analysis.Profile;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Assessments;

/// <summary>Rows of analysis.profiles: one a company.</summary>
internal sealed class ProfileTable(IWork work)
{
    public Task<CompanyProfile?> FindAsync(CancellationToken cancellationToken) => work.FindAsync(
        "select profile::text from analysis.profiles", [], row => JsonSerializer.Deserialize(row.GetString(0), AnalysisJson.Default.CompanyProfile)!, cancellationToken);

    public Task KeepAsync(CompanyProfile profile, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into analysis.profiles (profile, changed_at) values ($1::jsonb, $2)
        on conflict (company_id) do update set profile = excluded.profile, changed_at = excluded.changed_at
        """,
        [JsonSerializer.Serialize(profile, AnalysisJson.Default.CompanyProfile), work.StartedAt], cancellationToken);
}
