using DrAivBot.Host.Modules;
using DrAivBot.Host.Sessions;
using DrAivBot.Sessions;

namespace DrAivBot.Host.Updates;

/// <summary>Brings what other versions of modules left in a session to what the present ones read.</summary>
internal static partial class SessionUpgrades
{
    /// <summary>Nothing can read this as a state, so that the dialog ends with friendly words.</summary>
    private const string Unreadable = "";

    /// <summary>Runs code of modules.</summary>
    public static void Bring(Session session, RouteTable routes, ILogger logger)
    {
        foreach (var module in routes.Modules)
        {
            var stored = session.Data.Versions?.GetValueOrDefault(module.Manifest.Id, 1) ?? 1;
            if (stored == module.SessionVersion)
            {
                continue;
            }

            // What a newer version left is read as far as it goes; an upgrade only leads forward.
            if (stored < module.SessionVersion)
            {
                UpgradeSlots(session.Data, module, stored, logger);
                UpgradeDialog(session.Data, module, stored, logger);
            }

            (session.Data.Versions ??= [])[module.Manifest.Id] = module.SessionVersion;
        }
    }

    private static void UpgradeSlots(SessionData data, LoadedModule module, int stored, ILogger logger)
    {
        var prefix = module.Manifest.Id + ".";
        foreach (var (key, json) in data.Slots.Where(slot => slot.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            data.Slots.Remove(key);
            var part = new SessionPart { Kind = SessionPartKind.Slot, Id = key[prefix.Length..], Json = json };
            if (Upgrade(module, part, stored, logger) is { } upgraded)
            {
                data.Slots[prefix + upgraded.Id] = upgraded.Json;
            }
        }
    }

    private static void UpgradeDialog(SessionData data, LoadedModule module, int stored, ILogger logger)
    {
        if (data.Dialog is not { } dialog || dialog.Module != module.Manifest.Id)
        {
            return;
        }

        var part = new SessionPart { Kind = SessionPartKind.Dialog, Id = dialog.Id, Json = dialog.State, Step = dialog.Step };
        data.Dialog = Upgrade(module, part, stored, logger) is { } upgraded
            ? dialog with { Id = upgraded.Id, State = upgraded.Json, Step = upgraded.Step ?? dialog.Step }
            : dialog with { State = Unreadable };
    }

    private static SessionPart? Upgrade(LoadedModule module, SessionPart part, int stored, ILogger logger)
    {
        try
        {
            return module.SessionUpgrade?.Upgrade(part, stored);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever it throws, the user must be able to go on: the next update would fail the same way.
            LogNotUpgraded(logger, module.Manifest.Id, part.Kind, part.Id, stored, fault.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Module '{Module}' could not upgrade its {Kind} '{Id}' of sessions of version {Version} ({Error}); it was let go")]
    private static partial void LogNotUpgraded(ILogger logger, string module, SessionPartKind kind, string id, int version, string error);
}
