using DrAivBot.Organisation;
using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Views;

/// <summary>Finds the people whose names were typed. Only people of the company are found.</summary>
internal sealed class NamedPeople(IPeople people)
{
    private const int MostNames = 20;

    public async Task<(IReadOnlyList<Participant> Found, string? Unknown)> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var found = new List<Participant>();
        foreach (var name in typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostNames).Where(name => name is not ("-" or "–" or "—")))
        {
            var page = await people.SearchAsync(new() { Text = name, Take = 2 }, cancellationToken);
            var exact = page.Employees.FirstOrDefault(person => person.Name.Equals(name, StringComparison.CurrentCultureIgnoreCase));
            if ((exact ?? (page.Total == 1 ? page.Employees[0] : null)) is not { } person)
            {
                return ([], name);
            }

            found.Add(Participant.Person(person.UserId));
        }

        return (found, null);
    }
}
