using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Dialogs;

/// <summary>The month that a question for days shows, and the limits of its days.</summary>
internal sealed class DayQuestion(string step, ITurn turn, DayBounds bounds)
{
    public DateOnly Today => bounds.Today ?? turn.Text.DayOf(turn.StartedAt);

    public static async ValueTask<DayQuestion> ForAsync<TState>(
        string step, ITurn turn, TState state, Func<ITurn, TState, CancellationToken, ValueTask<DayBounds>>? bounds, CancellationToken cancellationToken) =>
        new(step, turn, bounds is null ? new() : await bounds(turn, state, cancellationToken));

    /// <summary>«15.12», to show what may be typed.</summary>
    public string Example(DateOnly day) => day.ToString("dd.MM", turn.Text.Culture);

    /// <summary>Why a day is not taken; null when it is.</summary>
    public string? Refuse(DateOnly day) =>
        bounds.Earliest is { } earliest && day < earliest ? turn.Text.Get("core.dialog.day_early", ("day", turn.Text.FormatDay(earliest)))
        : bounds.Latest is { } latest && day > latest ? turn.Text.Get("core.dialog.day_late", ("day", turn.Text.FormatDay(latest)))
        : null;

    /// <summary>The month, and a row that keeps the answer given before.</summary>
    /// <param name="note">What stands below the question.</param>
    /// <param name="page">The month to show; null for the one of the answer or of today.</param>
    /// <param name="chosen">The answer, or the part of it, that is there.</param>
    /// <param name="press">What the button of a day carries.</param>
    public StepView Draw(Markup note, int? page, (DateOnly From, DateOnly Until)? chosen, Func<DateOnly, string> press)
    {
        var grid = new MonthGrid
        {
            Text = turn.Text,
            Month = MonthPage.Find(page) ?? chosen?.From ?? Today,
            Today = Today,
            Earliest = bounds.Earliest,
            Latest = bounds.Latest,
            IsChosen = day => chosen is var (from, until) && day >= from && day <= until,
            TodayPressesDay = true,
        };
        return new()
        {
            Note = note,
            Page = MonthPage.Of(grid.Shown),
            Rows = grid.Rows(
                day => new DialogPress(step, DialogOp.Choose, press(day)),
                month => new DialogPress(step, DialogOp.Page, FormattableString.Invariant($"{MonthPage.Of(month)}"))),
        };
    }

    /// <summary>The same with the answer that is there, and a button that keeps it.</summary>
    public StepView WithCurrent(StepView view, string? current) => current is null ? view : view with
    {
        Note = turn.Text.GetMarkup("core.dialog.current", ("value", current)),
        Rows = [.. view.Rows, [Button.To(turn.Text.Get("core.dialog.keep", ("value", current)), new DialogPress(step, DialogOp.Keep, null))]],
    };
}
