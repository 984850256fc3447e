using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>How questions and reviews look.</summary>
internal static class DialogScreens
{
    private const int EditColumns = 2;

    public static Markup Position(ITurn turn, int step, int steps) =>
        turn.Text.GetMarkup("core.dialog.position", ("step", step), ("steps", steps));

    /// <summary>A refusal stands last, beside the buttons: on a phone the top of a long screen is out of sight.</summary>
    public static Screen Question(ITurn turn, string step, Markup position, Markup question, StepView view, string? reason) => new()
    {
        Body = Markup.Paragraphs(position, question, view.Note, Refusal(turn, reason)),
        Rows = [.. view.Rows, Navigation(turn, step)],
    };

    public static Screen Review<TState>(
        ITurn turn, ReviewStep<TState> review, TState state, IEnumerable<AskedStep<TState>> asked, string? reason)
        where TState : class, new()
    {
        var edits = asked.Where(step => step.IsNeeded(state))
            .Select(step => To(turn.Text.Get("core.dialog.edit", ("label", turn.Text.Get(step.LabelKey))), StepId.Review, DialogOp.Edit, step.Id));
        return new()
        {
            Body = Markup.Paragraphs(review.Summary(turn, state), Refusal(turn, reason)),
            Rows =
            [
                [To(turn.Text.Get(review.ConfirmKey), StepId.Review, DialogOp.Confirm)],
                .. edits.Chunk(EditColumns),
                Navigation(turn, StepId.Review),
            ],
        };
    }

    private static IReadOnlyList<Button> Navigation(ITurn turn, string step) =>
    [
        To(turn.Text.Get("core.button.back"), step, DialogOp.Back),
        To(turn.Text.Get("core.button.cancel"), step, DialogOp.Cancel),
    ];

    private static Markup Refusal(ITurn turn, string? reason) =>
        reason is null ? Markup.Empty : turn.Text.GetMarkup("core.dialog.refused", ("reason", reason));

    private static Button To(string label, string step, DialogOp op, string? value = null) =>
        Button.To(label, new DialogPress(step, op, value));
}
