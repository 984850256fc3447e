using System.Globalization;
using DrAivBot.CompanyFigures;
using DrAivBot.Testing;
using DrAivBot.Testing.Scale;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Rounds = 12;
await using var postgres = new PostgresFixture();
await using var host = await TestHost.StartAsync(postgres, new() { Deadline = TimeSpan.FromMinutes(3) }, CancellationToken.None);
var company = await TestCompany.FoundAsync(host, "Большая", "ru");
var other = await TestCompany.FoundAsync(host, "Соседняя", "ru");
await LargeCompany.FillAsync(host, company.Id);
await LargeCompany.FillAsync(host, other.Id);

await new FileFigures(host, company.Owner).RunAsync(args is [var folder, ..] ? folder : null);

var log = await StatementLog.OpenAsync(host) ?? throw new InvalidOperationException("The database shows no plans: it needs auto_explain and a log in a file.");
var walk = new LargeCompanyWalk(host, company, CancellationToken.None);
LargeCompanyStep[] steps = [.. walk.Screens(), .. walk.Searches()];
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

Console.WriteLine($"\n| of {LargeCompany.Members:N0} people, {LargeCompany.AddedPosts + 21:N0} posts | database, ms, median | worst of {Rounds} | rows read |\n| --- | ---: | ---: | ---: |");
foreach (var step in steps)
{
    var sorted = times[step.What].Order().ToArray();
    Console.WriteLine($"| {step.What} | {sorted[Rounds / 2]:0.0} | {sorted[^1]:0.0} | {rows[step.What]:N0} |");
}
