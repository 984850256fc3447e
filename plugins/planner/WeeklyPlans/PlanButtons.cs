using DrAivBot.Planner.Digest;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>What can be done with one's own plan.</summary>
internal static class PlanButtons
{
    private const int DaysOfWeek = 7;

    public static Screen Add(Screen screen, ITurn turn, PlanView view, int unfinished, int waiting)
    {
        var text = turn.Text;
        if (view.MayChange || view.MayMark)
        {
            screen = screen.WithColumn(view.Tasks.Select((task, index) =>
                Button.To(FormattableString.Invariant($"{PlanText.MarkSign(task)}{index + 1}. {task.Title}"), new TaskPlace(task.Id))));
        }

        if (view.MayChange)
        {
            screen = view.Tasks.Count < WeekPlan.MostTasks ? screen.WithRow(Button.To(text.Get("planner.plan.add"), new AddTask(view.Week))) : screen;
            screen = unfinished > 0 && view.Tasks.Count < WeekPlan.MostTasks
                ? screen.WithRow(Button.To(text.Get("planner.plan.carry", ("count", unfinished)), new CarryTasks(view.Week)))
                : screen;
        }

        screen = view.MaySend ? screen.WithRow(Button.To(text.Get("planner.plan.send"), new SendPlan(view.Plan!.Id))) : screen;
        screen = view.MayClose ? screen.WithRow(Button.To(text.Get("planner.plan.close"), new CloseReport(view.Plan!.Id))) : screen;
        screen = screen.WithRow(
            Button.To("‹ " + WeekText.Short(text, view.Week.AddDays(-DaysOfWeek)), new PlanPlace(view.Week.AddDays(-DaysOfWeek))),
            Button.To(WeekText.Short(text, view.Week.AddDays(DaysOfWeek)) + " ›", new PlanPlace(view.Week.AddDays(DaysOfWeek))));
        return AddElsewhere(screen, turn, view.Week, waiting);
    }

    private static Screen AddElsewhere(Screen screen, ITurn turn, DateOnly week, int waiting)
    {
        var text = turn.Text;
        screen = waiting > 0 ? screen.WithRow(Button.To(text.Get("planner.plan.waiting", ("count", waiting)), new WaitingPlace(0))) : screen;
        screen = screen.WithRow(Button.To(text.Get("planner.plan.picture"), new OrderWeekPicture(week)));
        screen = turn.May(WeeklyParts.SeeSheet) ? screen.WithRow(Button.To(text.Get("planner.plan.sheet"), new SheetPlace(week))) : screen;
        return turn.May(WeeklyParts.SetPlanTimes)
            ? screen.WithRow(Button.To(text.Get("planner.plan.digest"), new DigestPlace()), Button.To(text.Get("planner.plan.times"), new PlanTimesPlace()))
            : screen.WithRow(Button.To(text.Get("planner.plan.digest"), new DigestPlace()));
    }
}
