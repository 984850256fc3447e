using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Notifications;

/// <summary>Notifications of one module within one piece of work; what it sends commits with it.</summary>
internal sealed class ModuleNotifications(
    TurnDatabase database, LoadedModule module, Func<CompanyId?> company, DateTimeOffset now, MessageWriter writer, NotificationTable table) : INotifications
{
    private const int MaxDedupKey = 200;

    /// <summary>Whether nobody waits for it: what is not urgent takes its turn among what comes due for others.</summary>
    public required bool IsPaced { get; init; }

    /// <summary>Says, once the work has committed, that these chats have a message.</summary>
    public required Action<IReadOnlyList<long>> Signal { get; init; }

    public async Task<NotificationId> NotifyAsync(Recipient recipient, Notification notification, CancellationToken cancellationToken)
    {
        if (company() is not { } here)
        {
            throw new InvalidOperationException("A notification needs a company, and this work has none: a guest belongs to no company. Answer the guest with a Reply.");
        }

        if (notification.DedupKey?.Length is 0 or > MaxDedupKey)
        {
            throw new ArgumentException($"DedupKey must have 1 to {MaxDedupKey} characters, or be null.", nameof(notification));
        }

        var id = Guid.CreateVersion7(now);
        var people = await AddresseeTable.FindAsync(database, recipient, cancellationToken);
        if (people.Count > 0)
        {
            var files = await FileTable.StoreAsync(database, notification.Files, now, cancellationToken);
            await table.InsertAsync(database, Compose(id, here, notification, people, files), cancellationToken);
            Signal([.. people.Select(person => person.ChatId)]);
        }

        return new(id);
    }

    public Task<IReadOnlyList<Receipt>> ListReceiptsAsync(NotificationId notification, CancellationToken cancellationToken) =>
        NotificationTable.ListReceiptsAsync(database, notification.Value, module.Manifest.Id, cancellationToken);

    private NewNotification Compose(
        Guid id, CompanyId here, Notification notification, IReadOnlyList<Addressee> people, IReadOnlyList<OutgoingFile> files)
    {
        return new()
        {
            Id = id,
            Module = module.Manifest.Id,
            IsBulk = notification.IsBulk,
            IsPaced = IsPaced && notification.Urgency != Urgency.Urgent,
            IsUrgent = notification.Urgency == Urgency.Urgent,
            DedupKey = notification.DedupKey,
            Place = notification.Button is { } button ? MessageWriter.Encode(module, button) : null,
            Copies = [.. people.Select(person => Copy(here, notification, person, files))],
        };
    }

    private NotificationCopy Copy(CompanyId here, Notification notification, Addressee person, IReadOnlyList<OutgoingFile> files)
    {
        var message = writer.Write(module, here, person, notification.Body, notification.Button);
        message = message with
        {
            Files = files.Count == 0 ? null : files,
            Screen = message.Screen! with { IsSilent = notification.Urgency == Urgency.Silent },
        };
        return new(Guid.CreateVersion7(now), person, MessageWriter.Serialise(message), notification.Button?.Label(writer.TextFor(module, person)));
    }
}
