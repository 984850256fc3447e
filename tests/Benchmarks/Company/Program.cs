using System.Globalization;
using DrAivBot.CompanyFigures;
using DrAivBot.Testing;
using DrAivBot.Testing.Scale;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var postgres = new PostgresFixture();
var modules = new[] { TestModule.Company, TestModule.Built("planner", "DrAivBot.Planner") };
await using var host = await TestHost.StartAsync(postgres, new() { Modules = modules, Deadline = TimeSpan.FromMinutes(3) }, CancellationToken.None);
var company = await TestCompany.FoundAsync(host, "Большая", "ru");
var other = await TestCompany.FoundAsync(host, "Соседняя", "ru");
await LargeCompany.FillAsync(host, company.Id);
await LargeCompany.FillAsync(host, other.Id);

// «planner» leaves out what takes long.
var plannerOnly = args is ["planner"];
if (!plannerOnly)
{
    await new FileFigures(host, company.Owner).RunAsync(args is [var folder, ..] ? folder : null);
}

var log = await StatementLog.OpenAsync(host) ?? throw new InvalidOperationException("The database shows no plans: it needs auto_explain and a log in a file.");
if (!plannerOnly)
{
    var walk = new LargeCompanyWalk(host, company, CancellationToken.None);
    await ScreenTimes.MeasureAsync($"of {LargeCompany.Members:N0} people, {LargeCompany.AddedPosts + 21:N0} posts", log, [.. walk.Screens(), .. walk.Searches()]);
}

var planner = new PlannerFigures(host, company);
await planner.FillAsUsualAsync();
await ScreenTimes.MeasureAsync($"of {PlannerFigures.Events:N0} events in a month", log, planner.Screens());
await planner.FillSharedAsync();
await ScreenTimes.MeasureAsync("the same, all in the calendar of the company", log, planner.Screens());
