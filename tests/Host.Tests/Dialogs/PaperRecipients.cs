using DrAivBot.Delivery;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>Twenty people, two positions, two departments and a division, without a database.</summary>
internal sealed class PaperRecipients : IRecipients
{
    public List<NamedRecipient> All { get; } =
    [
        .. Enumerable.Range(1, 20).Select(number => new NamedRecipient
        {
            Recipient = Recipient.User(new(new Guid(number, 0, 0, new byte[8]))),
            Name = number == 7 ? "Иван <Петров>" : $"Человек {number:00}",
        }),
        new() { Recipient = Recipient.Position(new(new Guid(100, 0, 0, new byte[8]))), Name = "Бухгалтер", Number = 12 },
        new() { Recipient = Recipient.Position(new(new Guid(101, 0, 0, new byte[8]))), Name = "Продавец", Number = 14 },
        new() { Recipient = Recipient.Department(3), Name = "Отдел кадров", Number = 3 },
        new() { Recipient = Recipient.Department(6), Name = "Отдел продаж", Number = 6 },
        new() { Recipient = Recipient.Division(2), Name = "Продажи", Number = 2 },
    ];

    public Task<RecipientPage> SearchAsync(RecipientQuery query, CancellationToken cancellationToken)
    {
        var found = All.Where(one => one.Recipient.Kind == query.Kind && one.Name.Contains(query.Text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return Task.FromResult(new RecipientPage { Recipients = [.. found.Skip(query.Skip).Take(query.Take)], Total = found.Length });
    }

    public Task<IReadOnlyList<NamedRecipient>> FindAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<NamedRecipient>>([.. recipients.SelectMany(wanted => All.Where(one => one.Recipient == wanted))]);
}
