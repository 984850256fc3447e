using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Sessions;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using Route = DrAivBot.Host.Modules.Route;

namespace DrAivBot.Host.Updates;

/// <summary>What one turn knows and changes, shared by its steps.</summary>
internal sealed class TurnState
{
    public required IncomingUpdate Update { get; init; }

    public required TurnDatabase Database { get; init; }

    public required ActiveCompany Company { get; init; }

    public required Session Session { get; init; }

    /// <summary>Version of the stored session the turn began with; 0 when there was none.</summary>
    public long SessionVersion { get; init; }

    /// <summary>
    /// The routes as they were when the turn began, without the modules that the company has switched off; a reload does
    /// not change them under it.
    /// </summary>
    public required RouteTable Routes { get; set; }

    public required UserRow User { get; set; }

    public required Language Language { get; set; }

    /// <summary>The chat's message that is edited in place, as delivery last knew it; null when there is none.</summary>
    public int? LiveMessageId { get; init; }

    /// <summary>The company the turn began in; null for a guest.</summary>
    public CompanyId? OpenedIn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public Member? Member => Company.Member;

    public long ChatId => Update.ChatId ?? User.TelegramId;

    /// <summary>Whether the user may use a route: member or guest, and the right it needs.</summary>
    public bool CanUse(Route route) =>
        (route.AllowsGuests || Member is not null) && (route.Permission is null || May(route.Permission));

    /// <summary>The same for an attempt: one that is refused is written down in the company's audit.</summary>
    public async ValueTask<bool> MayUseAsync(Route route, CancellationToken cancellationToken)
    {
        if (CanUse(route))
        {
            return true;
        }

        if (Member is not null)
        {
            await AuditTable.AddAsync(Database, User.Id, StartedAt, $"denied:{route.Name}", cancellationToken);
        }

        return false;
    }

    /// <summary>What goes on in another company knows nothing of the one before.</summary>
    public void Enter(EnteredCompany company)
    {
        Session.LeaveCompany();
        User = User with { TimeZone = User.OwnTimeZone ?? company.TimeZone };
        Routes = company.ModulesOff is { } off ? Routes.Whole.Without(off) : Routes.Whole;
    }

    public void ChooseLanguage(Language language)
    {
        Language = language;
        User = User with { Language = language.Code };
    }

    public void ChooseTimeZone(string? own, string? shown) => User = User with { OwnTimeZone = own, TimeZone = shown };

    public bool May(string permission) =>
        Member is { } member
        && Routes.Permissions.TryGetValue(permission, out var roles) && roles.HasFlag(member.Role)
        && (permission != ModulesPlace.Permission || ModulesScreen.HasChoice(Routes.Whole));
}

/// <summary>A row of core.users.</summary>
internal sealed record UserRow
{
    public required Guid Id { get; init; }

    public required long TelegramId { get; init; }

    public required string Name { get; init; }

    /// <summary>Chosen by the person; null follows Telegram.</summary>
    public string? Language { get; init; }

    /// <summary>Chosen by the person, else the company's; null when neither is known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Chosen by the person; null follows the company.</summary>
    public string? OwnTimeZone { get; init; }
}
