using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.Settings;

/// <summary>Which days of the week are worked, a tap a day.</summary>
internal sealed class WeekScreen(ICompanySettings settings) : IScreen<WeekPlace>, IAction<SwitchDay>
{
    private static readonly WorkingHours Usual = new() { From = new(9, 0), Until = new(18, 0) };

    public async Task<Reply> ShowAsync(ITurn turn, WeekPlace place, CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(cancellationToken) is not { } found)
        {
            return Reply.NotFound;
        }

        var screen = new Screen { Body = turn.Text.GetMarkup("company.week.body", ("week", SettingText.WorkingWeek(turn.Text, found.Week))) };
        return Reply.Show(screen
            .WithColumn(SettingText.Week.Select(day => Button.To(
                $"{(found.Week.ContainsKey(day) ? "✅" : "▫️")} {turn.Text.Culture.DateTimeFormat.GetDayName(day)}",
                new SwitchDay(day, !found.Week.ContainsKey(day)))))
            .WithRow(Button.To(turn.Text.Get("company.settings.hours"), new ChangeSetting(SettingKind.Hours))));
    }

    public async Task<Reply> ActAsync(ITurn turn, SwitchDay press, CancellationToken cancellationToken)
    {
        if (await settings.FindAsync(cancellationToken) is not { } found)
        {
            return Reply.NotFound;
        }

        var week = found.Week.Where(day => day.Key != press.Day).ToDictionary(day => day.Key, day => day.Value);
        if (press.IsWorking)
        {
            week[press.Day] = week.Values.FirstOrDefault() ?? Usual;
        }

        return week.Count == 0
            ? Reply.Stay.WithToast(turn.Text.Get("company.week.last"))
            : SettingsDialog.Answer(turn, await settings.ChangeAsync(new() { Week = week }, cancellationToken), Reply.Stay);
    }
}

/// <summary>The working days of the week.</summary>
[Callback("week")]
internal readonly record struct WeekPlace;

/// <summary>Makes a day of the week worked or free.</summary>
[Callback("weekday")]
internal readonly record struct SwitchDay(DayOfWeek Day, bool IsWorking);
