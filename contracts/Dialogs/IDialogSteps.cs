namespace DrAivBot.Dialogs;

/// <summary>Collects the steps of a dialog. Implemented by the host; grows by new kinds of steps.</summary>
/// <typeparam name="TState">What the dialog collects.</typeparam>
public interface IDialogSteps<TState>
    where TState : class, new()
{
    /// <summary>Asks for a text.</summary>
    /// <param name="id">Names the step in stored sessions: 1 to 20 characters of <c>a-z</c>, <c>0-9</c>, <c>_</c> and <c>-</c>, unique in the dialog.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskText(string id, TextStep<TState> step);

    /// <summary>Asks to choose one of several.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and offered.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskChoice(string id, ChoiceStep<TState> step);

    /// <summary>Asks for a file.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskFile(string id, FileStep<TState> step);

    /// <summary>Asks for a day.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskDate(string id, DateStep<TState> step);

    /// <summary>Asks for a first and a last day.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskPeriod(string id, PeriodStep<TState> step);

    /// <summary>Asks for a time of day.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskTime(string id, TimeStep<TState> step);

    /// <summary>Asks how long something takes.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskDuration(string id, DurationStep<TState> step);

    /// <summary>Asks for people, positions and units.</summary>
    /// <param name="id">Names the step in stored sessions, as for <see cref="AskText"/>.</param>
    /// <param name="step">What is asked and accepted.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> AskPeople(string id, PeopleStep<TState> step);

    /// <summary>
    /// Shows all answers and asks to confirm; each answer can be changed from there. At most once, as the last step.
    /// Without it the dialog completes after its last answer.
    /// </summary>
    /// <param name="step">What is shown.</param>
    /// <returns>These steps.</returns>
    IDialogSteps<TState> Review(ReviewStep<TState> step);
}
