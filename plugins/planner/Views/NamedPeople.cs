using DrAivBot.Delivery;
using DrAivBot.Planner.QuickEntry;

namespace DrAivBot.Planner.Views;

/// <summary>Looks for the people whose names stand in a typed line, whatever the case of the name. Only people of the company are found.</summary>
internal sealed class NamedPeople(IRecipients recipients)
{
    private const int MostNames = 5;
    private const int MostCandidates = 4;
    private const int MostLookedAt = 50;
    private const int ShortestStem = 3;

    public async Task<IReadOnlyList<NameOffer>> FindAsync(IReadOnlyList<PersonWords> people, CancellationToken cancellationToken)
    {
        var offers = new List<NameOffer>();
        foreach (var person in people.Take(MostNames))
        {
            offers.Add(new() { Said = person.Said, Candidates = await CandidatesAsync(person, cancellationToken) });
        }

        return offers;
    }

    private async Task<IReadOnlyList<NamedRecipient>> CandidatesAsync(PersonWords person, CancellationToken cancellationToken)
    {
        var stems = person.Stem.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (stems.Length == 0)
        {
            return [];
        }

        var exact = await SearchAsync(stems[0], stems, cancellationToken);

        // «Павлом» is of «Павел», «Петром» of «Пётр»: a shorter beginning finds them.
        return exact.Count > 0 || stems[0].Length <= ShortestStem
            ? exact
            : await SearchAsync(stems[0][..^1], [.. stems.Select(stem => stem.Length > ShortestStem ? stem[..^1] : stem)], cancellationToken);
    }

    private async Task<IReadOnlyList<NamedRecipient>> SearchAsync(string search, IReadOnlyList<string> stems, CancellationToken cancellationToken)
    {
        var page = await recipients.SearchAsync(new() { Kind = RecipientKind.User, Text = search, Take = MostLookedAt }, cancellationToken);
        return [.. page.Recipients.Where(one => stems.All(stem => IsIn(one.Name, stem))).Take(MostCandidates)];
    }

    private static bool IsIn(string name, string stem) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase));
}
