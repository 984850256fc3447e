using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Files;

namespace DrAivBot.Host.Dialogs;

/// <summary>The steps of a dialog as its Define declared them, checked.</summary>
/// <param name="dialog">Its name, for what is wrong.</param>
/// <param name="services">Those of the turn; null when the declarations are only checked.</param>
internal sealed class StepCollection<TState>(string dialog, IServiceProvider? services) : IDialogSteps<TState>
    where TState : class, new()
{
    private const int MaxTextLength = 4000;
    private const int MaxColumns = 4;
    private const int MaxDurations = 24;
    private const int MaxPeople = 100;

    /// <summary>The review shows a button for each step, and a screen holds 90.</summary>
    private const int MaxSteps = 80;

    private readonly List<AskedStep<TState>> _asked = [];

    public IReadOnlyList<AskedStep<TState>> Asked => _asked;

    public ReviewStep<TState>? Confirmation { get; private set; }

    public static StepCollection<TState> Of(IDialog<TState> dialog, string name, IServiceProvider? services)
    {
        var steps = new StepCollection<TState>(name, services);
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

    public IDialogSteps<TState> AskDate(string id, DateStep<TState> step) => Add(new AskedDate<TState>(id, step));

    public IDialogSteps<TState> AskPeriod(string id, PeriodStep<TState> step) => step.MaxDays < 1
        ? throw Wrong($"takes {step.MaxDays} days in step '{id}': at least one is needed")
        : Add(new AskedPeriod<TState>(id, step));

    public IDialogSteps<TState> AskTime(string id, TimeStep<TState> step) => Add(new AskedTime<TState>(id, step));

    public IDialogSteps<TState> AskDuration(string id, DurationStep<TState> step)
    {
        if (step.Choices.Count is < 1 or > MaxDurations || step.Choices.Any(length => length < step.Min || length > step.Max || length.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            throw Wrong($"offers durations in step '{id}' that cannot be used: 1 to {MaxDurations} of whole minutes between its Min and Max");
        }

        return Add(new AskedDuration<TState>(id, step));
    }

    public IDialogSteps<TState> AskPeople(string id, PeopleStep<TState> step)
    {
        if (step.Min < 0 || step.Max > MaxPeople || step.Min > step.Max || step.Max < 1)
        {
            throw Wrong($"lets {step.Min} to {step.Max} be marked in step '{id}': between 0 and {MaxPeople} are possible");
        }

        return step.Kinds.Count > 0 && step.Kinds.Distinct().Count() == step.Kinds.Count && step.Kinds.All(HasList)
            ? Add(new AskedPeople<TState>(id, step, services))
            : throw Wrong($"offers kinds in step '{id}' that cannot be listed: users, positions, departments and divisions, each once");
    }

    public IDialogSteps<TState> Review(ReviewStep<TState> step)
    {
        Confirmation = Confirmation is null ? step : throw Wrong("has two reviews: keep the last");
        return this;
    }

    /// <summary>Keys of all texts the steps use.</summary>
    public IEnumerable<string> TextKeys() =>
        _asked.SelectMany(step => step.TextKeys)
            .Concat(Confirmation is null ? [] : [Confirmation.ConfirmKey]);

    public int IndexOf(string id) => _asked.FindIndex(step => step.Id == id);

    public DialogDefinitionException Wrong(string what) => new($"The dialog '{dialog}' {what}.");

    private static bool HasList(RecipientKind kind) =>
        kind is RecipientKind.User or RecipientKind.Position or RecipientKind.Department or RecipientKind.Division;

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
