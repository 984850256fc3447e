using DrAivBot.Dialogs;
using DrAivBot.Files;

namespace DrAivBot.Host.Dialogs;

/// <summary>The steps of a dialog as its Define declared them, checked.</summary>
internal sealed class StepCollection<TState>(string dialog) : IDialogSteps<TState>
    where TState : class, new()
{
    private const int MaxTextLength = 4000;
    private const int MaxColumns = 4;

    /// <summary>The review shows a button for each step, and a screen holds 90.</summary>
    private const int MaxSteps = 80;

    private readonly List<AskedStep<TState>> _asked = [];

    public IReadOnlyList<AskedStep<TState>> Asked => _asked;

    public ReviewStep<TState>? Confirmation { get; private set; }

    public static StepCollection<TState> Of(IDialog<TState> dialog, string name)
    {
        var steps = new StepCollection<TState>(name);
        dialog.Define(steps);
        return steps._asked.Count > 0
            ? steps
            : throw steps.Wrong("has no steps: ask for something in Define, or act in a handler instead");
    }

    public IDialogSteps<TState> AskText(string id, TextStep<TState> step)
    {
        if (step.MinLength < 1 || step.MaxLength > MaxTextLength || step.MinLength > step.MaxLength)
        {
            throw Wrong($"accepts {step.MinLength} to {step.MaxLength} characters in step '{id}': between 1 and {MaxTextLength} are possible");
        }

        return Add(new AskedText<TState>(id, step));
    }

    public IDialogSteps<TState> AskChoice(string id, ChoiceStep<TState> step)
    {
        if (step.Columns is < 1 or > MaxColumns)
        {
            throw Wrong($"has {step.Columns} columns in step '{id}': between 1 and {MaxColumns} are possible");
        }

        return Add(new AskedChoice<TState>(id, step));
    }

    public IDialogSteps<TState> AskFile(string id, FileStep<TState> step)
    {
        if (step.Extensions.Count == 0 || step.Extensions.Any(extension => extension is not ['.', _, ..]) || step.MaxBytes is < 1 or > IncomingFile.MaxBytes)
        {
            throw Wrong($"asks for a file in step '{id}' that nobody can send: name endings such as .xlsx, and 1 to {IncomingFile.MaxBytes} bytes");
        }

        return Add(new AskedFile<TState>(id, step));
    }

    public IDialogSteps<TState> Review(ReviewStep<TState> step)
    {
        Confirmation = Confirmation is null ? step : throw Wrong("has two reviews: keep the last");
        return this;
    }

    /// <summary>Keys of all texts the steps use.</summary>
    public IEnumerable<string> TextKeys() =>
        _asked.SelectMany(step => new[] { step.QuestionKey, step.LabelKey })
            .Concat(Confirmation is null ? [] : [Confirmation.ConfirmKey]);

    public int IndexOf(string id) => _asked.FindIndex(step => step.Id == id);

    public DialogDefinitionException Wrong(string what) => new($"The dialog '{dialog}' {what}.");

    private StepCollection<TState> Add(AskedStep<TState> step)
    {
        if (Confirmation is not null)
        {
            throw Wrong($"asks '{step.Id}' after its review: the review must be the last step");
        }

        if (!StepId.IsValid(step.Id))
        {
            throw Wrong($"names a step '{step.Id}': an id has 1 to 20 characters of a-z, 0-9, _ and -");
        }

        if (IndexOf(step.Id) >= 0)
        {
            throw Wrong($"names two steps '{step.Id}': each id stands once");
        }

        _asked.Add(step);
        return _asked.Count <= MaxSteps ? this : throw Wrong($"has more than {MaxSteps} steps: divide it");
    }
}
