using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.Settings;

/// <summary>Days that differ from their weekday: holidays, and weekends that are worked.</summary>
internal sealed class DaysScreen(ICompanySettings settings) : IScreen<DaysPlace>, IAction<RemoveDay>
{
    public async Task<Reply> ShowAsync(ITurn turn, DaysPlace place, CancellationToken cancellationToken)
    {
        if (await settings.FindCalendarAsync(cancellationToken) is not { } calendar)
        {
            return Reply.NotFound;
        }

        var today = calendar.DayOf(turn.StartedAt);
        var days = calendar.Days.Where(day => day.Key >= today).OrderBy(day => day.Key).ToArray();
        var page = Page.Of(days, place.Page);
        var mayChange = turn.May(CompanyModule.ChangeSettings);
        var screen = new Screen
        {
            Body = Markup.Paragraphs(
                turn.Text.GetMarkup("company.days.title"),
                days.Length == 0
                    ? turn.Text.GetMarkup("company.days.none")
                    : Markup.Lines(page.Items.Select(day => Markup.Plain(Line(turn, day)))),
                mayChange && days.Length > 0 ? turn.Text.GetMarkup("company.days.about") : Markup.Empty),
        };
        return Reply.Show(mayChange
            ? screen
                .WithPage(page, day => Button.To($"✖️ {turn.Text.FormatDay(day.Key)}", new RemoveDay(day.Key)), number => new DaysPlace(number))
                .WithRow(Button.To(turn.Text.Get("company.days.add"), new AddDays()))
            : screen);
    }

    public async Task<Reply> ActAsync(ITurn turn, RemoveDay press, CancellationToken cancellationToken) =>
        SettingsDialog.Answer(turn, await settings.SetDayAsync(press.Day, isWorking: null, note: null, cancellationToken), Reply.Stay);

    private static string Line(ITurn turn, KeyValuePair<DateOnly, bool> day) =>
        turn.Text.Get(day.Value ? "company.days.line_working" : "company.days.line_free", ("day", turn.Text.FormatDay(day.Key)), ("weekday", SettingText.Short(turn.Text, day.Key.DayOfWeek)));
}

/// <summary>The special days of the company.</summary>
/// <param name="Page">Counted from 0.</param>
[Callback("days")]
internal readonly record struct DaysPlace(int Page);

/// <summary>Lets a day follow its weekday again.</summary>
[Callback("daydel")]
internal readonly record struct RemoveDay(DateOnly Day);
