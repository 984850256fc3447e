namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Who is taken is said before an event is made or moved; by what, only to those who may know.</summary>
public sealed class ConflictTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Fact]
    public async Task Moving_warns_of_double_booking_with_names_only_if_visible()
    {
        var firm = await planner.FoundAsync("Moved into");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.CreateAsync(anna, "Open talk", Plans.InDays(2), "15:00", people: "Boris");
        await Plans.CreateAsync(boris, "Secret talk", Plans.InDays(3), "15:00", sight: "Participants only");
        await Plans.CreateAsync(anna, "Review", Plans.InDays(1), "10:00", people: "Boris");
        await Plans.MoveAsync(anna, Plans.InDays(2), "15:30");
        Plans.Has(anna, "Move “Review”?", "15:30–16:30", "Taken at this time", "Anna: Open talk", "Boris: Open talk");
        await anna.PressAsync("📅 Another time");
        await anna.SayAsync(Plans.Typed(Plans.InDays(3)));
        await anna.SayAsync("14:30");
        Plans.Has(anna, "Boris: busy");
        Plans.HasNot(anna, "Secret");
        Assert.Equal(0, await planner.AuditsAsync(firm, "planner.event.moved"));
        await anna.TapTwiceAsync("✅ Move anyway");
        await planner.ToldAsync(boris, "Moved: Review", "14:30–15:30");
        Assert.Equal(1, await planner.AuditsAsync(firm, "planner.event.moved"));
    }

    [Fact]
    public async Task Moving_to_a_free_time_asks_nothing_more()
    {
        var firm = await planner.FoundAsync("Moved free");
        await Plans.CreateAsync(firm.Owner, "Review", Plans.InDays(1), "10:00");
        await Plans.MoveAsync(firm.Owner, Plans.InDays(1), "10:30");
        Plans.Has(firm.Owner, "10:30–11:30");
        Assert.Equal(1, await planner.AuditsAsync(firm, "planner.event.moved"));
    }

    [Fact]
    public async Task A_series_warns_of_every_time_of_the_next_90_days_and_not_of_later_ones()
    {
        var firm = await planner.FoundAsync("Series taken");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.CreateAsync(boris, "Late talk", Plans.InDays(80), "15:00");
        await Plans.CreateAsync(boris, "Much later", Plans.InDays(100), "15:00");
        await Plans.DraftAsync(anna, "Rounds", Plans.InDays(1), "15:30", repeat: "Every day", people: "Boris");
        Plans.Has(anna, "Taken at this time", "Boris: busy");
        Assert.Single(anna.Screen.Text.Split('\n'), line => line.StartsWith("• ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_conflicts_each_event_is_named_once_and_no_more_than_eight()
    {
        var firm = await planner.FoundAsync("Many taken");
        var anna = firm.Owner;
        await Plans.QuickCreateAsync(anna, "tomorrow 15:00 Again every day 20 times");
        for (var i = 0; i < 10; i++)
        {
            await Plans.QuickCreateAsync(anna, FormattableString.Invariant($"{Plans.Typed(Plans.InDays(3 + i))} 15:00 Talk {i}"));
        }

        await Plans.DraftAsync(anna, "Rounds", Plans.InDays(1), "15:30", repeat: "Every day");
        Plans.Has(anna, "Anna: Again", "and 19 more times", "and 3 more overlaps");
        Assert.Equal(8, anna.Screen.Text.Split('\n').Count(line => line.StartsWith("• ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Moving_a_series_warns_of_what_its_later_times_would_overlap_in_Russian()
    {
        var firm = await planner.FoundAsync("Серия занята", "ru");
        var anna = firm.Owner;
        await Plans.QuickCreateAsync(anna, Plans.Typed(Plans.InDays(9)) + " 12:00 совет");
        await Plans.QuickCreateAsync(anna, "завтра 9:00 летучка каждый день 15 раз");
        await Plans.MoveAsync(anna, "📅 Перенести", Plans.InDays(1), "13:00", "Это и следующие");
        Plans.HasNot(anna, "В это время заняты");
        await Plans.MoveAsync(anna, "📅 Перенести", Plans.InDays(1), "11:30", "Все");
        Plans.Has(anna, "Перенести «летучка»?", "В это время заняты", "Anna: совет");
        await anna.PressAsync("✅ Всё равно перенести");
        Plans.Has(anna, "11:30–12:30");
    }
}
