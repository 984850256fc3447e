using DrAivBot.Testing.Scale;

namespace DrAivBot.CompanyFigures;

/// <summary>How long the database is at work for each of some screens.</summary>
internal static class ScreenTimes
{
    private const int Rounds = 12;

    public static async Task MeasureAsync(string title, StatementLog log, IReadOnlyList<LargeCompanyStep> steps)
    {
        var times = steps.ToDictionary(step => step.What, _ => new List<double>(), StringComparer.Ordinal);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var step in steps)
            {
                log.Skip();
                await step.DoAsync();
                var statements = await log.TakeAsync(CancellationToken.None);
                times[step.What].Add(statements.Sum(statement => statement.Milliseconds));
                rows[step.What] = statements.Sum(statement => statement.RowsRead);
            }
        }

        Console.WriteLine($"\n| {title} | database, ms, median | worst of {Rounds} | rows read |\n| --- | ---: | ---: | ---: |");
        foreach (var step in steps)
        {
            var sorted = times[step.What].Order().ToArray();
            Console.WriteLine($"| {step.What} | {sorted[Rounds / 2]:0.0} | {sorted[^1]:0.0} | {rows[step.What]:N0} |");
        }
    }
}
