using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>A question answered by a button.</summary>
internal sealed class AskedChoice<TState>(string id, ChoiceStep<TState> step)
    : AskedStep<TState>(id, step.QuestionKey, step.QuestionValues, step.LabelKey, step.When)
    where TState : class, new()
{
    private const int RowsPerPage = 8;
    private const int MaxIdLength = 200;

    public override async ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken)
    {
        var choices = await ReadChoicesAsync(turn, state, cancellationToken);
        if (choices.Count == 0)
        {
            return new() { Note = turn.Text.GetMarkup("core.dialog.no_choices"), Rows = [] };
        }

        var current = step.Current?.Invoke(state);
        var size = RowsPerPage * step.Columns;
        var shown = Page.Of(choices, place?.Page ?? PageOf(choices, current, size), size);
        var rows = shown.Items.Select(choice => ToButton(choice, current)).Chunk(step.Columns)
            .Select(IReadOnlyList<Button> (row) => row).ToList();
        if (shown.Count > 1)
        {
            rows.Add(Pager(turn, shown));
        }

        return new() { Rows = rows, Page = shown.Number };
    }

    /// <summary>
    /// Understands a typed label: as it stands, by its letters and digits («рубль» for «🇷🇺 Рубль»), or by whole words that
    /// no other label has («Омск» for «Омск · UTC+6»).
    /// </summary>
    public override async ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken)
    {
        var typed = TypedText.OnOneLine(TypedText.Clean(text, multiLine: true));
        var choices = await ReadChoicesAsync(turn, state, cancellationToken);
        var meant = Match(choices, choice => choice.Label.Trim(), typed)
            ?? Match(choices, choice => TypedText.LettersAndDigits(choice.Label), TypedText.LettersAndDigits(typed))
            ?? MatchWords(choices, TypedText.LettersAndDigits(typed));
        return meant is null
            ? StepAnswer.Refused(turn.Text.Get("core.dialog.choose_by_button"))
            : Accept(choices, state, meant.Id);
    }

    public override async ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken)
    {
        var choices = await ReadChoicesAsync(turn, state, cancellationToken);
        return choice is not null && Offers(choices, choice) ? Accept(choices, state, choice) : StepAnswer.Outdated;
    }

    public override ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        ValueTask.FromResult(StepAnswer.Outdated);

    public override async ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken) =>
        step.Current?.Invoke(state) is { } current && !Offers(await ReadChoicesAsync(turn, state, cancellationToken), current);

    private async ValueTask<IReadOnlyList<Choice>> ReadChoicesAsync(ITurn turn, TState state, CancellationToken cancellationToken)
    {
        var choices = await step.Choices(turn, state, cancellationToken);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in choices)
        {
            if (choice.Id.Length is 0 or > MaxIdLength || string.IsNullOrWhiteSpace(choice.Label) || !ids.Add(choice.Id))
            {
                throw new DialogDefinitionException(
                    $"The step '{Id}' offers the choice '{TypedText.Shorten(choice.Id, MaxIdLength)}' («{choice.Label}»), which cannot be used: an id has 1 to {MaxIdLength} characters and stands once, a label is not empty.");
            }
        }

        return choices;
    }

    /// <summary>An answer that reads back as something never offered would be asked for again and again.</summary>
    private StepAnswer Accept(IReadOnlyList<Choice> choices, TState state, string choice)
    {
        step.Save(state, choice);
        return step.Current?.Invoke(state) is { } current && !Offers(choices, current)
            ? throw new DialogDefinitionException(
                $"The step '{Id}' saved the choice '{choice}', but its Current gives '{current}', which is no choice: let Save and Current agree.")
            : StepAnswer.Accepted;
    }

    private Button ToButton(Choice choice, string? current) =>
        Button.To(choice.Id == current ? $"✓ {choice.Label}" : choice.Label, new DialogPress(Id, DialogOp.Choose, choice.Id));

    private IReadOnlyList<Button> Pager(ITurn turn, Page<Choice> shown)
    {
        var here = turn.Text.Get("core.page", ("page", shown.Number + 1), ("pages", shown.Count));
        return [ToPage("‹", shown.Number + shown.Count - 1), ToPage(here, shown.Number), ToPage("›", shown.Number + 1)];

        Button ToPage(string label, int number) =>
            Button.To(label, new DialogPress(Id, DialogOp.Page, FormattableString.Invariant($"{number % shown.Count}")));
    }

    private static bool Offers(IReadOnlyList<Choice> choices, string id) => choices.Any(choice => choice.Id == id);

    private static int PageOf(IReadOnlyList<Choice> choices, string? current, int size) =>
        Math.Max(0, choices.Select(choice => choice.Id).ToList().IndexOf(current ?? "")) / size;

    private static Choice? MatchWords(IReadOnlyList<Choice> choices, string typed)
    {
        var found = choices
            .Where(choice => $" {TypedText.LettersAndDigits(choice.Label)} ".Contains($" {typed} ", StringComparison.OrdinalIgnoreCase))
            .Take(2).ToList();
        return found.Count == 1 && typed.Length > 0 ? found[0] : null;
    }

    private static Choice? Match(IReadOnlyList<Choice> choices, Func<Choice, string> labelOf, string typed)
    {
        var found = choices.Where(choice => string.Equals(labelOf(choice), typed, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return found.Count == 1 && typed.Length > 0 ? found[0] : null;
    }
}
