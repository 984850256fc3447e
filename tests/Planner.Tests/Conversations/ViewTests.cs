using System.Globalization;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>What a person sees of the planner: day, week, month and agenda.</summary>
public sealed class ViewTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Theory]
    [InlineData("en", "tomorrow 15:00 Review 2h", "✅ Create", "Week", "Month", "Upcoming", "1 event", "tomorrow", "[{0}]")]
    [InlineData("ru", "завтра 15:00 Review 2ч", "✅ Создать", "Неделя", "Месяц", "Ближайшее", "1 событие", "завтра", "[{0}]")]
    public async Task An_event_of_one_line_is_seen_in_day_week_month_and_agenda(
        string language, string line, string create, string week, string month, string agenda, string count, string tomorrow, string today)
    {
        var anna = (await planner.FoundAsync("Views " + language, language)).Owner;
        await Plans.QuickAsync(anna, line);
        Plans.Has(anna, "Review", "15:00–17:00");
        await anna.PressAsync(create);
        Plans.Has(anna, "Review", "15:00–17:00");

        await Plans.OpenDayAsync(anna, 1);
        Plans.Has(anna, "15:00–17:00 👥 Review", count, tomorrow);
        Assert.True(anna.Screen.HasButton("15:00–17:00 👥 Review"));
        await anna.PressAsync(week);
        Plans.Has(anna, $"{week} {ISOWeek.GetWeekOfYear(Plans.InDays(1).ToDateTime(TimeOnly.MinValue))}", "15:00–17:00 👥 Review", count);
        await anna.PressAsync(" · 1");
        Plans.Has(anna, "15:00–17:00 👥 Review", tomorrow);
        await anna.PressAsync(month);
        Assert.True(anna.Screen.HasButton(Plans.InDays(1).Day.ToString(CultureInfo.InvariantCulture) + "•"));
        if (Plans.InDays(0).Month == Plans.InDays(1).Month)
        {
            Assert.True(anna.Screen.HasButton(string.Format(CultureInfo.InvariantCulture, today, Plans.InDays(0).Day)));
        }

        await anna.PressDayAsync(Plans.InDays(1));
        Plans.Has(anna, "15:00–17:00 👥 Review");
        await anna.PressAsync(agenda);
        Plans.Has(anna, tomorrow, "15:00–17:00 👥 Review");
        await anna.PressAsync("Review");
        Plans.Has(anna, "15:00–17:00", "🔔");
    }

    [Fact]
    public async Task What_overlaps_is_marked_and_what_only_touches_is_not()
    {
        var anna = (await planner.FoundAsync("Overlaps")).Owner;
        foreach (var line in new[] { "tomorrow 9:00-10:00 First", "tomorrow 9:30-11:00 Second", "tomorrow 11:00-12:00 Third" })
        {
            await Plans.QuickCreateAsync(anna, line);
        }

        await Plans.OpenDayAsync(anna, 1);
        Plans.Has(anna, "⚠️ 09:00–10:00 👥 First", "⚠️ 09:30–11:00 👥 Second", "overlaps");
        Plans.HasNot(anna, "⚠️ 11:00–12:00");
    }

    [Fact]
    public async Task Calendars_of_company_and_unit_are_told_apart_and_what_is_private_is_only_busy()
    {
        var firm = await planner.FoundAsync("Apart");
        var maria = await firm.HireAsync("Maria", 6);
        await Plans.CreateAsync(firm.Owner, "Everybody comes", Plans.InDays(1), "10:00", calendar: "The whole company");
        await Plans.CreateAsync(firm.Owner, "Division comes", Plans.InDays(1), "12:00", calendar: "Division 2");
        await Plans.CreateAsync(firm.Owner, "Secret board", Plans.InDays(1), "14:00", calendar: "The whole company", sight: "Participants only");
        await Plans.CreateAsync(maria, "Own matter", Plans.InDays(1), "16:00");
        await Plans.OpenDayAsync(maria, 1);
        Plans.Has(
            maria, "10:00–11:00 🏢 Everybody comes", "12:00–13:00 🗂 Division comes", "14:00–15:00 🔒 busy", "16:00–17:00 👥 Own matter",
            "calendar of the company", "calendar of a unit");
        Plans.HasNot(maria, "Secret");
        await maria.PressAsync("🔒 busy");
        Plans.HasNot(maria, "Secret", "Anna");
    }

    [Fact]
    public async Task The_agenda_shows_eight_at_a_time()
    {
        var anna = (await planner.FoundAsync("Agenda")).Owner;
        await Plans.QuickCreateAsync(anna, "every day 9:00 Stand-up 15 min 10 times");
        await anna.SayAsync("/today");
        await anna.PressAsync("Upcoming");
        Assert.Equal(8, anna.Screen.Buttons.Count(button => button.Text.Contains("Stand-up", StringComparison.Ordinal)));
        await anna.PressAsync("›");
        Assert.Equal(2, anna.Screen.Buttons.Count(button => button.Text.Contains("Stand-up", StringComparison.Ordinal)));
        Assert.False(anna.Screen.HasButton("›"));
        await anna.PressAsync("‹");
        Assert.Equal(8, anna.Screen.Buttons.Count(button => button.Text.Contains("Stand-up", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Turning_days_weeks_and_months_does_not_lengthen_the_way_back()
    {
        var anna = (await planner.FoundAsync("Back")).Owner;
        await anna.SayAsync("/menu");
        await anna.PressAsync("📅 Planner");
        for (var i = 0; i < 3; i++)
        {
            await anna.PressAsync("›");
        }

        await anna.PressAsync("Week");
        await anna.PressAsync("›");
        await anna.PressAsync("This week");
        await anna.PressAsync("‹");
        await anna.PressAsync("Back");
        Plans.Has(anna, "Nothing is planned for this day");
        await anna.PressAsync("Back");
        Assert.True(anna.Screen.HasButton("📅 Planner"));
    }

    [Fact]
    public async Task A_week_of_the_month_opens_by_its_number()
    {
        var anna = (await planner.FoundAsync("Numbers")).Owner;
        await Plans.QuickCreateAsync(anna, "tomorrow Report all day");
        await anna.SayAsync("/today");
        await anna.PressAsync("›");
        await anna.PressAsync("Month");
        var week = ISOWeek.GetWeekOfYear(Plans.InDays(1).ToDateTime(TimeOnly.MinValue)).ToString(CultureInfo.InvariantCulture);
        await anna.PressAsync("w" + week);
        Plans.Has(anna, "Week " + week, "all day 👥 Report");
    }

    [Fact]
    public async Task What_goes_over_midnight_stands_on_both_days()
    {
        var anna = (await planner.FoundAsync("Night")).Owner;
        await Plans.QuickCreateAsync(anna, "tomorrow 22:00-01:00 Watch");
        await Plans.OpenDayAsync(anna, 1);
        Plans.Has(anna, "22:00–… 👥 Watch");
        await anna.PressAsync("›");
        Plans.Has(anna, "…–01:00 👥 Watch");
    }

    [Fact]
    public async Task A_week_shows_the_first_three_of_each_day_and_how_many_there_are()
    {
        var anna = (await planner.FoundAsync("Full week")).Owner;
        await Plans.QuickCreateAsync(anna, "tomorrow Fair all day");
        foreach (var line in new[] { "9:00-10:00 First", "9:30-11:00 Second", "11:00-12:00 Third", "22:00-01:00 Night" })
        {
            await Plans.QuickCreateAsync(anna, "tomorrow " + line);
        }

        await Plans.OpenDayAsync(anna, 1);
        await anna.PressAsync("Week");
        Plans.Has(anna, "5 events", "all day 👥 Fair", "⚠️ 09:00–10:00 👥 First", "⚠️ 09:30–11:00 👥 Second", "and 2 more");
        Plans.HasNot(anna, "Third");
        Assert.True(anna.Screen.HasButton(" · 5"));
    }

    [Fact]
    public async Task A_week_can_be_had_as_a_picture()
    {
        var anna = (await planner.FoundAsync("Drawn week")).Owner;
        await anna.SayAsync("/week");
        await anna.PressAsync("›");
        await anna.PressAsync("🖼");
        await planner.Host.SettleJobsAsync();
        await planner.Host.Chat.SettleAsync([], anna.Id, anna.Id);
        await anna.RefreshAsync();
        Assert.Contains(anna.Messages, message => message.FromBot && message.Json["photo"] is not null);
    }
}
