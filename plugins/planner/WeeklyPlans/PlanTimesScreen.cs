using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>When the company plans its week: the day by a tap, the time by a question.</summary>
internal sealed class PlanTimesScreen(PlanTimesTable times, PlanRounds rounds) : IScreen<PlanTimesPlace>, IAction<SetPlanDay>
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public async Task<Reply> ShowAsync(ITurn turn, PlanTimesPlace place, CancellationToken cancellationToken)
    {
        if (await times.FindRhythmAsync(cancellationToken) is not { } rhythm)
        {
            return Reply.NotFound;
        }

        var text = turn.Text;
        var next = rhythm.PlanningOf(rhythm.PresentWeek(turn.StartedAt).AddDays(7));
        var screen = new Screen
        {
            Body = text.GetMarkup(
                "planner.times.body",
                ("day", WeekText.Day(text, rhythm.Times.Day)),
                ("time", text.FormatTime(rhythm.Times.At)),
                ("next", text.FormatInstant(next, turn.StartedAt)),
                ("cutoff", text.FormatInstant(rhythm.Calendar.NextCutoff(turn.StartedAt), turn.StartedAt))),
        };
        return Reply.Show(screen
            .WithColumn(Week.Select(day => Button.To($"{(day == rhythm.Times.Day ? "✅" : "▫️")} {WeekText.Day(text, day)}", new SetPlanDay(day))))
            .WithRow(Button.To(text.Get("planner.times.change", ("time", text.FormatTime(rhythm.Times.At))), new AskPlanTime())));
    }

    public async Task<Reply> ActAsync(ITurn turn, SetPlanDay press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Day))
        {
            return Reply.NotFound;
        }

        await times.SaveAsync(await times.FindAsync(cancellationToken) with { Day = press.Day }, cancellationToken);
        await rounds.RescheduleAsync(cancellationToken);
        return Reply.Stay.WithToast(turn.Text.Get("planner.times.saved"));
    }
}

/// <summary>When the company plans.</summary>
[Callback("plantimes")]
internal readonly record struct PlanTimesPlace;

/// <summary>Makes a day of the week the planning day.</summary>
[Callback("planday")]
internal readonly record struct SetPlanDay(DayOfWeek Day);
