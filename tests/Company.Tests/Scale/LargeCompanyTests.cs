using DrAivBot.Testing.Scale;

namespace DrAivBot.Company.Tests.Scale;

/// <summary>What the database does for a company with 10,000 people: rows read, not time, which a busy machine spoils.</summary>
public sealed class LargeCompanyTests(LargeCompanyHost large, ITestOutputHelper output) : IClassFixture<LargeCompanyHost>
{
    /// <summary>In one statement: the posts of the company to find 573 of a department among them, and their holders.</summary>
    private const int MostOfOneUnit = 5_000;

    /// <summary>Each member and each post a few times, never each for each.</summary>
    private const int MostOfWholeCompany = 60_000;

    private static readonly string[] LargeTables = ["members", "positions", "holdings", "invitations", "audit"];

    private LargeCompanyWalk Walk => new(large.Host, large.Company, TestContext.Current.CancellationToken);

    [Fact]
    public Task Every_screen_of_a_company_of_ten_thousand_reads_few_rows_and_nothing_of_other_companies() => JudgeAsync(Walk.Screens());

    [Fact]
    public Task Searching_ten_thousand_people_and_their_vacancies_reads_each_row_a_few_times_at_most() => JudgeAsync(Walk.Searches());

    private async Task JudgeAsync(IReadOnlyList<LargeCompanyStep> steps)
    {
        Assert.SkipWhen(large.Log is null, "This server shows no plans: it needs auto_explain and a log in a file.");
        foreach (var step in steps)
        {
            large.Log!.Skip();
            await step.DoAsync();
            var statements = await large.Log.TakeAsync(TestContext.Current.CancellationToken);
            output.WriteLine($"{step.What,-24} {statements.Sum(statement => statement.RowsRead),7} rows in {statements.Count} statements");
            Assert.NotEmpty(statements);
            Assert.All(statements, statement => Judge(statement, step));
        }
    }

    private static void Judge(StatementPlan statement, LargeCompanyStep step)
    {
        Assert.True(
            statement.RowsRead <= (step.CountsCompany ? MostOfWholeCompany : MostOfOneUnit),
            $"{step.What}: {statement.RowsRead} rows are read by\n{statement.Sql}\n{statement.Plan}");
        Assert.True(
            !statement.TablesScanned.Intersect(LargeTables, StringComparer.Ordinal).Any(),
            $"{step.What}: all companies' rows are read by\n{statement.Sql}\n{statement.Plan}");
    }
}
