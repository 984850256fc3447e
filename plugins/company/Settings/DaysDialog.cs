using DrAivBot.Company.Employees;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Settings;

/// <summary>Asks which days differ from their weekday, and how.</summary>
internal sealed class DaysDialog(ICompanySettings settings, CompanyDay day) : IDialog<DaysState>, IAction<AddDays>
{
    private const int MostDays = 31;
    private const string Free = "free";
    private const string Working = "working";

    public void Define(IDialogSteps<DaysState> steps) => steps
        .AskText("days", new()
        {
            QuestionKey = "company.days.question",
            LabelKey = "company.days.label",
            Validate = async (turn, typed, token) => await RefuseAsync(turn, typed, token),
            Save = (state, typed) => state.Days = typed,
        })
        .AskChoice("kind", new()
        {
            QuestionKey = "company.days.kind",
            LabelKey = "company.days.kind_label",
            Choices = (turn, _, _) => ValueTask.FromResult<IReadOnlyList<Choice>>(
            [
                new() { Id = Free, Label = turn.Text.Get("company.days.free") },
                new() { Id = Working, Label = turn.Text.Get("company.days.working") },
            ]),
            Save = (state, kind) => state.IsWorking = kind == Working,
        });

    public Task<Reply> ActAsync(ITurn turn, AddDays press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<DaysDialog, DaysState>(new()));

    public async Task<Reply> CompleteAsync(ITurn turn, DaysState state, CancellationToken cancellationToken)
    {
        var outcome = SettingsOutcome.BadValue;
        if (DayText.Read(turn.Text, state.Days, await day.FindTodayAsync(cancellationToken)) is var (from, until))
        {
            for (var at = from; at <= until; at = at.AddDays(1))
            {
                var one = await settings.SetDayAsync(at, state.IsWorking, note: null, cancellationToken);
                outcome = outcome == SettingsOutcome.Done && one == SettingsOutcome.Unchanged ? outcome : one;
            }
        }

        return SettingsDialog.Answer(turn, outcome, Reply.GoTo(new DaysPlace(0)));
    }

    private async Task<string?> RefuseAsync(ITurn turn, string typed, CancellationToken cancellationToken)
    {
        var today = await day.FindTodayAsync(cancellationToken);
        return DayText.Read(turn.Text, typed, today) switch
        {
            null => turn.Text.Get("company.days.unreadable"),
            var (from, until) when until < from => turn.Text.Get("company.absences.backwards"),
            var (from, _) when from < today => turn.Text.Get("company.days.past"),
            var (from, until) when until.DayNumber - from.DayNumber >= MostDays => turn.Text.Get("company.days.many", ("count", MostDays)),
            _ => null,
        };
    }
}

/// <summary>The days that are asked for.</summary>
internal sealed record DaysState
{
    /// <summary>As typed.</summary>
    public string Days { get; set; } = "";

    public bool IsWorking { get; set; }
}

/// <summary>Begins to name special days.</summary>
[Callback("dayadd")]
internal readonly record struct AddDays;
