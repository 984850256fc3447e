using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>A new event: one line or step by step, always shown before it is made.</summary>
public sealed class DraftTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Fact]
    public async Task Names_in_a_line_are_offered_whatever_their_case_and_never_invited_by_themselves()
    {
        var firm = await planner.FoundAsync("Имена", "ru");
        await firm.HireAsync("Пётр Иванов", "ru");
        await firm.HireAsync("Иванова Ольга", "ru");
        await firm.HireAsync("Сергей Кузнецов", "ru");
        await Plans.QuickAsync(firm.Owner, "завтра 15:00 встреча с Ивановым 1ч");
        Plans.Has(firm.Owner, "встреча с Ивановым", "15:00–16:00", "Кто это: «Ивановым»?");
        Plans.HasNot(firm.Owner, "👥 Пётр");
        Assert.True(firm.Owner.Screen.HasButton("➕ Иванова Ольга"));
        Assert.False(firm.Owner.Screen.HasButton("➕ Сергей Кузнецов"));
        await firm.Owner.PressAsync("➕ Пётр Иванов");
        Plans.Has(firm.Owner, "👥 Пётр Иванов");
        Plans.HasNot(firm.Owner, "Кто это");
        await firm.Owner.PressAsync("✅ Создать");
        Plans.Has(firm.Owner, "⭐️ Anna", "▫️ Пётр Иванов");
        Plans.HasNot(firm.Owner, "Ольга");
    }

    [Fact]
    public async Task A_name_that_is_not_chosen_is_not_invited()
    {
        var firm = await planner.FoundAsync("Not chosen");
        await firm.HireAsync("Bob");
        await Plans.QuickAsync(firm.Owner, "tomorrow 3pm call with Bob 1h");
        Plans.Has(firm.Owner, "Who is “Bob”?");
        await firm.Owner.PressAsync("✅ Create");
        Assert.Equal(0, await planner.Host.QueryAsync<long>("select count(*) from planner.participants where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task Each_part_of_a_draft_can_be_changed()
    {
        var firm = await planner.FoundAsync("Parts");
        var (anna, day) = (firm.Owner, Plans.InDays(9));
        await firm.HireAsync("Boris");
        await Plans.QuickAsync(anna, "tomorrow 3pm call");
        await ChangeAsync(anna, "✏️ Title", "Big review");
        await anna.PressAsync("🕒 When");
        await anna.PressDayAsync(day);
        await anna.PressAsync("🕒 At a certain time");
        await anna.PressTimeAsync(new(10, 30));
        await anna.PressAsync("1 h 30 min");
        await anna.PressAsync("👥 People");
        await anna.PressAsync("Boris");
        await anna.PressAsync("✅ Done");
        await ChangeAsync(anna, "📍 Place", "Room 2");
        await anna.PressAsync("🔔 Reminders");
        await anna.PressAsync("✍️ Other times");
        await anna.SayAsync("1 day, 2 hours, 15 min, 10 min, 5 min, 1 min");
        Plans.Has(anna, "Write up to five different times");
        await anna.SayAsync("1 day, 2 hours, 15 min, 10 min, 5 min");
        await anna.PressAsync("🏷 Kind");
        await anna.PressAsync("☑️ Task");
        await anna.PressAsync("🔒 Visibility");
        await anna.PressAsync("Participants only");
        await ChangeAsync(anna, "📝 Description", "Bring figures");
        await anna.PressAsync("🔁 Repeat");
        await anna.PressAsync("✍️ In your own words");
        await anna.SayAsync("now and then");
        Plans.Has(anna, "I could not read how often");
        await anna.SayAsync("every 2 weeks");
        await anna.PressAsync("Several times");
        await anna.SayAsync("4");
        Plans.Has(anna, "☑️ Big review", "10:30–12:00", "👥 Boris", "📍 Room 2", "2 h", "5 min", "busy", "Bring figures", "every 2 weeks", "4 times");
        await anna.PressAsync("✅ Create");
        Assert.Equal(4, await planner.Host.QueryAsync<long>("select count(*) from planner.occurrences where company_id = $1", firm.Id));
        Assert.Equal(5, await planner.Host.QueryAsync<int>("select cardinality(reminders) from planner.events where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task End_is_after_the_start()
    {
        var anna = (await planner.FoundAsync("Ends")).Owner;
        await Plans.QuickAsync(anna, "tomorrow 3pm call");
        await anna.PressAsync("🕒 When");
        await anna.SayAsync(Plans.Typed(Plans.InDays(5)));
        await anna.PressAsync("🕒 At a certain time");
        await anna.SayAsync("15:00");
        await anna.SayAsync("0 min");
        Plans.Has(anna, "⚠️");
        await anna.SayAsync("45 min");
        Plans.Has(anna, "15:00–15:45");

        await anna.PressAsync("🕒 When");
        await anna.SayAsync(Plans.Typed(Plans.InDays(5)));
        await anna.PressAsync("🗓 Several days");
        await anna.SayAsync(Plans.Typed(Plans.InDays(4)));
        Plans.Has(anna, "Too early");
        await anna.SayAsync(Plans.Typed(Plans.InDays(6)));
        await anna.PressAsync("✅ Create");
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from planner.events where local_end = local_start + interval '2 days'"));
    }

    [Fact]
    public async Task End_is_after_the_start_in_Russian()
    {
        var firm = await planner.FoundAsync("Концы", "ru");
        var anna = firm.Owner;
        await Plans.QuickAsync(anna, "завтра 15:00-14:00 смена");
        Plans.Has(anna, "15:00 – ", "14:00");
        await anna.PressAsync("🕒 Когда");
        await anna.SayAsync(Plans.Typed(Plans.InDays(5)));
        await anna.PressAsync("🗓 Несколько дней");
        await anna.SayAsync(Plans.Typed(Plans.InDays(4)));
        Plans.Has(anna, "Слишком рано");
        await anna.SayAsync(Plans.Typed(Plans.InDays(5)));
        await anna.PressAsync("✅ Создать");
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from planner.events where company_id = $1 and local_end = local_start + interval '1 day'", firm.Id));
    }

    [Theory]
    [InlineData("en", "every day of the expedition meeting tomorrow 15:00", "every day", "“every day” belongs to the title", "✅ Create", "every day of the expedition meeting")]
    [InlineData("ru", "каждый день открытых дверей завтра 15:00", "каждый день", "«каждый день» — в название", "✅ Создать", "каждый день открытых дверей")]
    public async Task Words_of_a_title_that_read_like_a_rule_are_shown_and_can_be_put_back(
        string language, string line, string said, string keep, string create, string title)
    {
        var firm = await planner.FoundAsync("Words " + language, language);
        await Plans.QuickAsync(firm.Owner, line);
        Plans.Has(firm.Owner, "🔁 " + said, language == "en" ? $"“{said}”" : $"«{said}»");
        await firm.Owner.PressAsync(keep);
        Plans.Has(firm.Owner, title, "15:00–16:00");
        Plans.HasNot(firm.Owner, "🔁");
        Assert.False(firm.Owner.Screen.HasButton(keep));
        await firm.Owner.PressAsync(create);
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from planner.events where company_id = $1 and rule is null and title = $2", firm.Id, title));
    }

    [Fact]
    public async Task A_double_tap_makes_one_event()
    {
        var firm = await planner.FoundAsync("Twice");
        await Plans.QuickAsync(firm.Owner, "tomorrow 3pm call");
        await firm.Owner.TapTwiceAsync("✅ Create");
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from planner.events where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task A_line_without_a_title_is_asked_again()
    {
        var anna = (await planner.FoundAsync("Untitled")).Owner;
        await Plans.QuickAsync(anna, "tomorrow 3pm");
        Plans.Has(anna, "The title is missing");
        await anna.SayAsync("tomorrow 3pm planning");
        Plans.Has(anna, "planning", "15:00–16:00");
    }

    [Fact]
    public async Task A_new_event_of_another_day_is_for_that_day()
    {
        var anna = (await planner.FoundAsync("That day")).Owner;
        await Plans.OpenDayAsync(anna, 4);
        await anna.PressAsync("➕ Event");
        await anna.SayAsync("16:00 Talk");
        await anna.PressAsync("✅ Create");
        await Plans.OpenDayAsync(anna, 4);
        Plans.Has(anna, "16:00–17:00 👥 Talk");
    }

    private static async Task ChangeAsync(ChatUser user, string part, string to)
    {
        await user.PressAsync(part);
        await user.SayAsync(to);
    }
}
