using DrAivBot.Delivery;

namespace DrAivBot.Host.Organisation;

/// <summary>Whom a module can address in the company of the work.</summary>
internal sealed class TurnRecipients(OrganisationWork work) : IRecipients
{
    private readonly RecipientTable _table = new(work);

    public async Task<RecipientPage> SearchAsync(RecipientQuery query, CancellationToken cancellationToken) =>
        work.Company is null ? new() { Recipients = [], Total = 0 } : query.Kind switch
        {
            RecipientKind.User => await SearchPeopleAsync(query, cancellationToken),
            RecipientKind.Position => await _table.SearchPositionsAsync(query, cancellationToken),
            RecipientKind.Department => Select(query, await _table.ListDepartmentsAsync(cancellationToken)),
            RecipientKind.Division => Select(query, await _table.ListDivisionsAsync(cancellationToken)),
            _ => new() { Recipients = [], Total = 0 },
        };

    public async Task<IReadOnlyList<NamedRecipient>> FindAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken)
    {
        if (work.Company is null || recipients.Count == 0)
        {
            return [];
        }

        var known = (await _table.FindAsync(recipients, cancellationToken)).ToDictionary(found => found.Recipient);
        return [.. recipients.Where(known.ContainsKey).Select(recipient => known[recipient])];
    }

    private async Task<RecipientPage> SearchPeopleAsync(RecipientQuery query, CancellationToken cancellationToken)
    {
        var page = await new PeopleTable(work).SearchAsync(new() { Text = query.Text, Skip = query.Skip, Take = query.Take }, cancellationToken);
        return new()
        {
            Recipients = [.. page.Employees.Select(person => new NamedRecipient { Recipient = Recipient.User(person.UserId), Name = person.Name })],
            Total = page.Total,
        };
    }

    private static RecipientPage Select(RecipientQuery query, IReadOnlyList<NamedRecipient> units)
    {
        var wanted = query.Text.Trim();
        var found = units.Where(unit => unit.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)).ToArray();
        return new() { Recipients = [.. found.Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 1, 100))], Total = found.Length };
    }
}
