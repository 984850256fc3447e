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
        .AskPeriod("days", new()
        {
            QuestionKey = "company.days.question",
            LabelKey = "company.days.label",
            MaxDays = MostDays,
            Bounds = async (_, _, token) => await BoundsAsync(token),
            Save = (state, from, until) => (state.From, state.Until) = (from, until),
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
        for (var at = state.From; at <= state.Until; at = at.AddDays(1))
        {
            var one = await settings.SetDayAsync(at, state.IsWorking, note: null, cancellationToken);
            outcome = outcome == SettingsOutcome.Done && one == SettingsOutcome.Unchanged ? outcome : one;
        }

        return SettingsDialog.Answer(turn, outcome, Reply.GoTo(new DaysPlace(0)));
    }

    /// <summary>What a passed day was is history: only days to come can be set.</summary>
    private async Task<DayBounds> BoundsAsync(CancellationToken cancellationToken)
    {
        var today = await day.FindTodayAsync(cancellationToken);
        return new() { Today = today, Earliest = today };
    }
}

/// <summary>The days that are asked for.</summary>
internal sealed record DaysState
{
    public DateOnly From { get; set; }

    public DateOnly Until { get; set; }

    public bool IsWorking { get; set; }
}

/// <summary>Begins to name special days.</summary>
[Callback("dayadd")]
internal readonly record struct AddDays;
