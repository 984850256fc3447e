using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Testing.Scale;

/// <summary>Every screen of the module company, and every search of the core behind one, in an order in which each leads to the next.</summary>
internal sealed class LargeCompanyWalk(TestHost host, TestCompany company, CancellationToken cancellationToken)
{
    public IReadOnlyList<LargeCompanyStep> Screens()
    {
        var owner = company.Owner;
        return
        [
            new("menu", false, () => owner.SayAsync("/menu")),
            new("my posts", false, () => owner.PressAsync("Мои посты")),
            new("structure", true, () => owner.SayAsync("/structure")),
            new("division", false, () => owner.PressAsync("2 · ")),
            new("department of 500 posts", false, () => owner.PressAsync(" 6 · ")),
            new("its next page", false, () => owner.PressAsync("›")),
            new("post", false, () => owner.PressAsync("Специалист 10")),
            new("invitations", false, () => owner.SayAsync("/invitations")),
            new("their next page", false, () => owner.PressAsync("›")),
            new("invitation", false, () => owner.PressDataAsync(owner.Screen.Buttons[0].Data!)),
            new("profile", false, () => owner.SayAsync("/profile")),
            new("companies", false, () => owner.SayAsync("/companies")),
        ];
    }

    public IReadOnlyList<LargeCompanyStep> Searches() =>
    [
        new("people", true, () => SearchAsync(new())),
        new("people, last page", true, () => SearchAsync(new() { Skip = LargeCompany.Members - 8 })),
        new("people by name", true, () => SearchAsync(new() { Text = "ким" })),
        new("people by post", true, () => SearchAsync(new() { Text = "специалист 77" })),
        new("newcomers", true, () => SearchAsync(new() { Filter = PeopleFilter.Newcomers })),
        new("people away", true, () => SearchAsync(new() { Filter = PeopleFilter.Absent })),
        new("people without a post", true, () => SearchAsync(new() { Filter = PeopleFilter.WithoutPost })),
        new("vacancies", true, () => ListVacantAsync("")),
        new("vacancies by name", true, () => ListVacantAsync("специалист")),
    ];

    private Task SearchAsync(PeopleQuery query) => InCompanyAsync(async work =>
        (await new TurnPeople(work).SearchAsync(query, cancellationToken)).Employees.Count);

    private Task ListVacantAsync(string text) => InCompanyAsync(async work =>
        (await new VacancyTable(work).ListAsync(text, 0, 8, cancellationToken)).Rows.Count);

    private async Task InCompanyAsync(Func<OrganisationWork, Task<int>> countAsync)
    {
        var id = new CompanyId(company.Id);
        await using var database = await TurnDatabase.OpenAsync(host.Services.GetRequiredService<DatabaseAccess>(), cancellationToken);
        await database.UseCompanyAsync(id, cancellationToken);
        var work = new OrganisationWork(
            database,
            new() { Language = "ru", StartedAt = TimeProvider.System.GetUtcNow() },
            host.Services.GetRequiredService<OrgBoard>(),
            new() { Member = new() { CompanyId = id, CompanyName = company.Name, Role = CompanyRoles.Owner } },
            host.Services.GetRequiredService<JobSignal>());
        if (await countAsync(work) == 0)
        {
            throw new InvalidOperationException("Nothing was found: a large company has some of everything.");
        }

        await database.CommitAsync(cancellationToken);
    }
}
