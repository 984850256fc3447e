using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Notifications;

/// <summary>Puts together what a module tells people through, for one piece of work.</summary>
internal sealed class NotificationParts(DatabaseAccess access, BotIdentity bot, MessageWriter writer, NotificationTable table, OutboxDispatcher outbox, BulkLane lane)
{
    /// <param name="database">The work's transaction.</param>
    /// <param name="module">The module that notifies.</param>
    /// <param name="company">In which company.</param>
    /// <param name="now">When the work began.</param>
    /// <param name="isPaced">Whether nobody acts, so that it may be one of very many that came due together.</param>
    public INotifications NotificationsFor(TurnDatabase database, LoadedModule module, Func<CompanyId?> company, DateTimeOffset now, bool isPaced) =>
        new ModuleNotifications(database, module, company, now, writer, table)
        {
            IsPaced = isPaced,
            Signal = chats => SignalAfterCommit(database, chats),
        };

    public ITaskProgress ProgressFor(TurnDatabase database, LoadedModule module, Func<CompanyId?> company, DateTimeOffset now) =>
        new ModuleProgress(database, access, module, company, now, writer, bot) { Signal = chats => SignalAfterCommit(database, chats) };

    private void SignalAfterCommit(TurnDatabase database, IReadOnlyList<long> chats) => database.Committed += () =>
    {
        foreach (var chat in chats)
        {
            outbox.Signal(chat);
        }

        lane.Wake();
    };
}
