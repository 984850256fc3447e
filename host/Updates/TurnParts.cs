using DrAivBot.Host.Delivery;
using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Modules;
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
    ILoggerFactory loggers)
{
    private readonly ILogger<Conversation> _conversationLog = loggers.CreateLogger<Conversation>();

    /// <summary>The routes as they are now; a turn takes them once.</summary>
    public RouteTable Routes => catalogue.Routes;

    /// <summary>What the turn sends; null for nothing.</summary>
    public Outgoing? Write(TurnState turn, Answer answer) => writer.Write(turn, answer, TextFor(turn));

    private TurnText TextFor(TurnState turn) => new TurnText(turn, coreTexts);

    public ModuleCalls CallModules(TurnState turn) => new(turn, coreTexts, core);

    public Conversation Converse(TurnState turn, ModuleCalls modules) =>
        new(turn, modules, dialogs, writer, TextFor(turn), _conversationLog);

    /// <summary>What the column <c>state</c> of the session says.</summary>
    public static string NameOfPlace(TurnState turn) => turn.Session.Data switch
    {
        { Dialog: { } dialog } => $"{dialog.Module}.{dialog.Id}/{dialog.Step}",
        { Place: { } place } => turn.Routes.TryFindByTag(place.Tag, out var route) ? route.Name : $"?{place.Tag}",
        _ => "core.home",
    };
}
