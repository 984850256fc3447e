using DrAivBot.Organisation;
using DrAivBot.Screens;

namespace DrAivBot.Company.Employees;

/// <summary>Reads a page of members; beyond the last one, the last.</summary>
internal static class PeoplePages
{
    public static async Task<(Page<Employee> Page, int Total)> ReadAsync(IPeople people, PeopleQuery query, int number, CancellationToken cancellationToken)
    {
        var found = await people.SearchAsync(query with { Skip = number * Page.DefaultSize }, cancellationToken);
        var last = CountOf(found.Total) - 1;
        if (number > last)
        {
            (number, found) = (last, await people.SearchAsync(query with { Skip = last * Page.DefaultSize }, cancellationToken));
        }

        return (Of(found.Employees, number, found.Total), found.Total);
    }

    public static Page<TItem> Of<TItem>(IReadOnlyList<TItem> items, int number, int total) =>
        new() { Items = items, Number = number, Count = CountOf(total) };

    private static int CountOf(int total) => Math.Max(1, (total + Page.DefaultSize - 1) / Page.DefaultSize);
}
