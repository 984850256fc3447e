using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Notifications;

/// <summary>Puts together what a module tells people through, for one piece of work.</summary>
internal sealed class NotificationParts(DatabaseAccess access, BotIdentity bot, MessageWriter writer, NotificationTable table)
{
    public INotifications NotificationsFor(TurnDatabase database, LoadedModule module, Func<CompanyId?> company, DateTimeOffset now) =>
        new ModuleNotifications(database, module, company, now, writer, table);

    public ITaskProgress ProgressFor(TurnDatabase database, LoadedModule module, Func<CompanyId?> company, DateTimeOffset now) =>
        new ModuleProgress(database, access, module, company, now, writer, bot);
}
