using DrAivBot.Host.Database;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Work;

namespace DrAivBot.Host.Updates;

/// <summary>Puts together what one turn needs.</summary>
internal sealed class TurnParts(
    ModuleCatalogue catalogue,
    TextCatalogue coreTexts,
    CoreServices core,
    DialogEngine dialogs,
    ScreenWriter writer,
    TimeProvider time,
    ILoggerFactory loggers)
{
    private readonly ILogger<Conversation> _conversationLog = loggers.CreateLogger<Conversation>();

    /// <summary>The routes as they are now, for a look.</summary>
    public RouteTable Routes => catalogue.Routes;

    /// <summary>The routes as they are now; the turns of a group take them once and keep their modules from being closed.</summary>
    public RouteLease LeaseRoutes() => catalogue.Lease();

    /// <summary>A turn from what was opened; writes down a person who is new or has a new name.</summary>
    public async Task<TurnState> BeginAsync(TurnDatabase database, TurnAttempt attempt, RouteTable routes, CancellationToken cancellationToken)
    {
        var (opened, sender, now) = (attempt.Opened, attempt.Update.From!, time.GetUtcNow());
        var user = opened.User is { } known && known.Name == UserTable.Clean(sender.Name)
            ? known
            : await UserTable.RememberAsync(database, sender, now, cancellationToken);
        var turn = new TurnState
        {
            Update = attempt.Update,
            Database = database,
            Company = new ActiveCompany { Member = opened.Member },
            OpenedIn = opened.Member?.CompanyId,
            Session = opened.Session,
            SessionVersion = opened.SessionVersion,
            Routes = opened.ModulesOff is { } off ? routes.Without(off) : routes,
            User = user with { TimeZone = user.TimeZone ?? opened.User?.TimeZone },
            Language = Language.For(user.Language ?? sender.LanguageCode),
            LiveMessageId = opened.LiveMessageId,
            StartedAt = now,
        };
        turn.Company.Entered = turn.Enter;
        return turn;
    }

    /// <summary>What the turn sends; null for nothing.</summary>
    public Outgoing? Write(TurnState turn, Answer answer) => writer.Write(turn, answer, TextFor(turn));

    private TurnText TextFor(TurnState turn) => new TurnText(turn, coreTexts);

    public ModuleCalls CallModules(TurnState turn, ModuleBulkheads bulkheads) => new(turn, coreTexts, core, bulkheads);

    /// <summary>Runs code of modules.</summary>
    public Conversation Converse(TurnState turn, ModuleCalls modules)
    {
        SessionUpgrades.Bring(turn.Session, turn.Routes, _conversationLog);
        return new(turn, modules, dialogs, writer, TextFor(turn), _conversationLog);
    }

    /// <summary>What the column <c>state</c> of the session says.</summary>
    public static string NameOfPlace(TurnState turn) => turn.Session.Data switch
    {
        { Dialog: { } dialog } => $"{dialog.Module}.{dialog.Id}/{dialog.Step}",
        { Place: { } place } => turn.Routes.TryFindByTag(place.Tag, out var route) ? route.Name : $"?{place.Tag}",
        _ => "core.home",
    };
}
