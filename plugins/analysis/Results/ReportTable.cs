using System.Text.Json;
using DrAivBot.Work;

namespace DrAivBot.Analysis.Results;

/// <summary>Rows of analysis.reports.</summary>
internal sealed class ReportTable(IWork work)
{
    public Task<ReportTexts?> FindAsync(Guid assessment, string language, CancellationToken cancellationToken) => work.FindAsync(
        "select texts::text from analysis.reports where assessment_id = $1 and language = $2",
        [assessment, language], row => JsonSerializer.Deserialize(row.GetString(0), ReportJson.Default.ReportTexts)!, cancellationToken);

    public Task KeepAsync(Guid assessment, string language, ReportTexts texts, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into analysis.reports (assessment_id, language, source, texts, made_at) values ($1, $2, $3, $4::jsonb, $5)
        on conflict (company_id, assessment_id, language) do update set source = excluded.source, texts = excluded.texts, made_at = excluded.made_at
        """,
        [assessment, language, (short)texts.Source, JsonSerializer.Serialize(texts, ReportJson.Default.ReportTexts), work.StartedAt], cancellationToken);
}
