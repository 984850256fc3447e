using DrAivBot.Analysis.Assessments;
using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Analysis.Asking;

/// <summary>Asks who answers for a division.</summary>
internal sealed class AssignDialog(AnswerSheets sheets, AssignDesk desk, IRecipients recipients) : IDialog<AssignState>, IAction<AskRespondent>
{
    public void Define(IDialogSteps<AssignState> steps) => steps.AskPeople("person", new()
    {
        QuestionKey = "analysis.who.ask",
        QuestionValues = (turn, state) => [("number", state.Division), ("name", turn.Text.Get(FormattableString.Invariant($"analysis.division.{state.Division}")))],
        LabelKey = "analysis.who.label",
        Kinds = [RecipientKind.User],
        Min = 0,
        Max = 1,
        Save = (state, people) => state.People = people,
        Current = state => state.People,
    });

    public async Task<Reply> ActAsync(ITurn turn, AskRespondent press, CancellationToken cancellationToken)
    {
        if (press.Division is < 1 or > 7 || await sheets.FindAsync(turn, press.Assessment, cancellationToken) is not { Viewer.Runs: true } sheet)
        {
            return Reply.NotFound;
        }

        var people = sheet.AssignmentOf(press.Division) is { } assignment
            ? await recipients.FindAsync([Recipient.User(assignment.Person)], cancellationToken)
            : [];
        return Reply.Begin<AssignDialog, AssignState>(new() { Assessment = press.Assessment, Division = press.Division, People = people });
    }

    public async Task<Reply> CompleteAsync(ITurn turn, AssignState state, CancellationToken cancellationToken)
    {
        var person = state.People is [var one, ..] && one.Recipient.Id is { } id ? new UserId(id) : (UserId?)null;
        return await desk.AssignAsync(turn, state.Assessment, state.Division, person, cancellationToken)
            ? Reply.GoTo(new AssignPlace(state.Assessment)).WithToast(turn.Text.Get("analysis.who.kept"))
            : Reply.NotFound;
    }
}

/// <summary>The division that somebody is to answer for.</summary>
internal sealed record AssignState
{
    public Guid Assessment { get; set; }

    public int Division { get; set; }

    public IReadOnlyList<NamedRecipient> People { get; set; } = [];
}
