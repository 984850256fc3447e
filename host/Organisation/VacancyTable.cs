using DrAivBot.Host.Database;

namespace DrAivBot.Host.Organisation;

/// <summary>Reads the vacant positions.</summary>
internal sealed class VacancyTable(OrganisationWork work)
{
    private const string From = $"""
        from core.positions p
        {ChartTable.HolderJoins}
        where p.company_id = core.company_id() and p.archived_at is null and (h.id is null or h.is_temporary) and {BoardWords.Matches}
        """;

    private const string Count = $"select count(*)::int {From}";

    private const string List = $"select {ChartTable.PositionColumns} {From} order by p.number offset $4 limit $5";

    public async Task<(IReadOnlyList<PositionRow> Rows, int Total)> ListAsync(string text, int skip, int take, CancellationToken cancellationToken)
    {
        var words = new BoardWords(work.Board, work.Acting.Language);
        await using var reader = await work.Batch()
            .Add(Count, words.Parameters(text))
            .Add(List, [.. words.Parameters(text), Sql.Value(Math.Max(0, skip)), Sql.Value(Math.Clamp(take, 1, 100))])
            .ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var total = reader.GetInt32(0);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<PositionRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(ChartTable.ReadPosition(reader));
        }

        return (rows, total);
    }
}
