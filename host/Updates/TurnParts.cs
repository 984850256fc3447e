using DrAivBot.Host.Dialogs;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>Puts together what one turn needs.</summary>
internal sealed class TurnParts(
    TextCatalogue coreTexts, OrgBoard board, DialogEngine dialogs, ScreenWriter writer, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger<Conversation> _conversationLog = loggers.CreateLogger<Conversation>();

    public IText TextFor(TurnState turn) => new TurnText(turn, coreTexts);

    public ModuleCalls CallModules(TurnState turn) => new(turn, coreTexts, turnView =>
        new TurnOrganisation(turn.Database, turnView, board, turn.Company, time));

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
