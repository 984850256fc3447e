using DrAivBot.Company.OrgChart;
using DrAivBot.Dialogs;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Employees;

/// <summary>Asks for the days of an absence or of a deputy.</summary>
internal sealed class PeriodDialog(CompanyDay day, IAbsences absences, DeputyNaming naming)
    : IDialog<PeriodState>, IAction<NoteAbsenceStart>, IAction<DeputyPeriodPress>
{
    private const int MostAbsences = 100;

    public void Define(IDialogSteps<PeriodState> steps) => steps
        .AskPeriod("absence", Step("company.absences.question") with { When = state => state.Position == Guid.Empty })
        .AskPeriod("deputy", Step("company.deputies.question") with { When = state => state.Position != Guid.Empty });

    public async Task<Reply> CompleteAsync(ITurn turn, PeriodState state, CancellationToken cancellationToken)
    {
        var (from, until) = (state.From, state.Until);
        if (state.Position != Guid.Empty)
        {
            return await naming.NameAsync(new(state.Position), new(state.Person), from, until, cancellationToken);
        }

        var known = await absences.ListAsync(new(state.Person), 0, MostAbsences, cancellationToken);
        return known.FirstOrDefault(absence => absence.StartsOn <= until && absence.EndsOn >= from) is { } other
            ? Reply.Show(Overlap(turn, new(state.Person), other))
            : Reply.GoTo(PickPlace.ForAbsence(new(state.Person), from, until));
    }

    public Task<Reply> ActAsync(ITurn turn, NoteAbsenceStart press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<PeriodDialog, PeriodState>(new() { Person = press.Person.Value }));

    public Task<Reply> ActAsync(ITurn turn, DeputyPeriodPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Begin<PeriodDialog, PeriodState>(new() { Position = press.Position.Value, Person = press.Person.Value }));

    private static Screen Overlap(ITurn turn, UserId person, Absence other)
    {
        var screen = new Screen
        {
            Body = turn.Text.GetMarkup("company.absences.overlap", ("days", turn.Text.FormatDays(other.StartsOn, other.EndsOn))),
        };
        return screen.WithColumn(
        [
            Button.To(turn.Text.Get("company.absences.other_days"), new NoteAbsenceStart(person)),
            Button.To(turn.Text.Get("company.absences.open"), new AbsencesPlace(person, 0)),
        ]);
    }

    private PeriodStep<PeriodState> Step(string question) => new()
    {
        QuestionKey = question,
        LabelKey = "company.absences.label",
        MaxDays = NewAbsence.MaxDays,
        Bounds = async (_, _, token) => new() { Today = await day.FindTodayAsync(token) },
        Validate = async (turn, _, days, token) => days.Until < await day.FindTodayAsync(token) ? turn.Text.Get("company.absences.past") : null,
        Save = (state, from, until) => (state.From, state.Until) = (from, until),
    };
}

/// <summary>The days that are asked for.</summary>
internal sealed record PeriodState
{
    /// <summary>Whose deputy is named; empty for an absence.</summary>
    public Guid Position { get; set; }

    /// <summary>The deputy, or who is away.</summary>
    public Guid Person { get; set; }

    public DateOnly From { get; set; }

    public DateOnly Until { get; set; }
}

/// <summary>Begins to note an absence.</summary>
[Callback("absnew")]
internal readonly record struct NoteAbsenceStart(UserId Person);

/// <summary>Begins to name a deputy for some days.</summary>
[Callback("deputydays")]
internal readonly record struct DeputyPeriodPress(PositionId Position, UserId Person);
