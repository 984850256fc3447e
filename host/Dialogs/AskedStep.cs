using DrAivBot.Files;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Dialogs;

/// <summary>A step that asks a question.</summary>
internal abstract class AskedStep<TState>(
    string id,
    string questionKey,
    Func<ITurn, TState, IReadOnlyList<(string Name, object? Value)>>? questionValues,
    string labelKey,
    Func<TState, bool>? when)
    where TState : class, new()
{
    public string Id => id;

    public string QuestionKey => questionKey;

    public string LabelKey => labelKey;

    /// <summary>Keys of the texts it uses.</summary>
    public virtual IEnumerable<string> TextKeys => [questionKey, labelKey];

    public bool IsNeeded(TState state) => when?.Invoke(state) ?? true;

    public Markup Question(ITurn turn, TState state) =>
        questionValues is null ? turn.Text.GetMarkup(questionKey) : turn.Text.GetMarkup(questionKey, [.. questionValues(turn, state)]);

    /// <summary>Draws what stands below the question.</summary>
    /// <param name="turn">The user's turn.</param>
    /// <param name="state">The answers so far.</param>
    /// <param name="place">Where the user is within the step; null at its beginning, which shows the answer given before.</param>
    /// <param name="cancellationToken">The turn's token.</param>
    public abstract ValueTask<StepView> DrawAsync(ITurn turn, TState state, StepPlace? place, CancellationToken cancellationToken);

    /// <summary>Saves a typed answer, if it is a good one.</summary>
    public abstract ValueTask<StepAnswer> AnswerTextAsync(ITurn turn, TState state, StepPlace place, string text, CancellationToken cancellationToken);

    /// <summary>Saves a file that was sent, if it is a good one; only steps that ask for a file take any.</summary>
    public virtual ValueTask<StepAnswer> AnswerFileAsync(ITurn turn, TState state, IncomingFile file, CancellationToken cancellationToken) =>
        ValueTask.FromResult(StepAnswer.Refused(turn.Text.Get("core.dialog.no_file")));

    /// <summary>Saves a pressed choice; steps without choices know none.</summary>
    public abstract ValueTask<StepAnswer> ChooseAsync(ITurn turn, TState state, StepPlace place, string? choice, CancellationToken cancellationToken);

    /// <summary>Takes the answer that is there already, if it is a good one.</summary>
    public abstract ValueTask<StepAnswer> KeepAsync(ITurn turn, TState state, CancellationToken cancellationToken);

    /// <summary>Whether the answer that is there can no longer be given, because other answers or the data changed.</summary>
    public abstract ValueTask<bool> IsStaleAsync(ITurn turn, TState state, CancellationToken cancellationToken);
}
