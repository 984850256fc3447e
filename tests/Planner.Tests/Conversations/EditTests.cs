using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Changing what an event says, part by part, and who hears of it.</summary>
public sealed class EditTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Fact]
    public async Task Each_part_of_an_event_can_be_changed_and_participants_are_told_what_changed()
    {
        var firm = await planner.FoundAsync("Editing");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.CreateAsync(anna, "Review", Plans.InDays(2), "15:00", people: "Boris");
        await SayAsync(anna, "✏️ Title", "Big review");
        Plans.Has(anna, "Big review", "15:00–16:00");
        await planner.ToldAsync(boris, "Changed: Review", "New title: Big review (was: Review)", "15:00–16:00");
        await SayAsync(anna, "📍 Place", "Room 2");
        await planner.ToldAsync(boris, "Changed: Big review", "Place: Room 2");
        await SayAsync(anna, "📍 Place", "https://example.com/room");
        Plans.Has(anna, "📍 Room 2", "🔗 https://example.com/room");
        await planner.ToldAsync(boris, "Link: https://example.com/room");
        await PressAsync(anna, "📍 Place", "⏭ No place");
        Plans.HasNot(anna, "Room 2", "example.com");
        await planner.ToldAsync(boris, "No place", "No link");
        await SayAsync(anna, "📝 Description", "Bring figures");
        Plans.Has(anna, "Bring figures");
        await planner.ToldAsync(boris, "Description: Bring figures");
        await PressAsync(anna, "🏷 Kind", "☑️ Task");
        Plans.Has(anna, "☑️ Big review");
        await planner.ToldAsync(boris, "Kind: ☑️ Task");
        await PressAsync(anna, "🔔 Reminders", "An hour before");
        Plans.Has(anna, "🔔 1 h before");
        await planner.ToldAsync(boris, "Changed: Big review", "1 h before");
        await PressAsync(anna, "🔒 Visibility", "Participants only");
        await planner.ToldAsync(boris, "Details are seen by: Participants only");
        Assert.Equal(1, await planner.Host.QueryAsync<long>("select count(*) from core.jobs where company_id = $1 and module = 'planner' and name = 'remind'", firm.Id));
        Assert.Equal(8, await planner.AuditsAsync(firm, "planner.event.changed"));
        Assert.Equal(0, await planner.TimesToldAsync(anna, "Changed:"));
    }

    [Fact]
    public async Task Going_back_from_a_moved_series_leads_past_what_is_gone_without_a_complaint()
    {
        var firm = await planner.FoundAsync("Going back");
        var anna = firm.Owner;
        await Plans.CreateAsync(anna, "Series", Plans.InDays(2), "09:00", repeat: "Every week");
        await Plans.OpenDayAsync(anna, 2);
        await anna.PressAsync("Series");
        await Plans.MoveAsync(anna, Plans.InDays(3), "12:00", "All of them");
        Plans.Has(anna, "12:00–13:00");
        await anna.PressAsync("◀️");
        Plans.Has(anna, "Nothing is planned for this day");
        Assert.Null(anna.Toast);
    }

    [Fact]
    public async Task Who_comes_to_an_event_is_invited_who_goes_is_told_and_an_answer_stays()
    {
        var firm = await planner.FoundAsync("Guests");
        var (anna, boris, clara, dora) = (firm.Owner, await firm.HireAsync("Boris"), await firm.HireAsync("Clara"), await firm.HireAsync("Dora"));
        await Plans.CreateAsync(anna, "Review", Plans.InDays(2), "15:00", people: "Boris, Clara");
        await AnswerAsync(boris);
        await AnswerAsync(clara);
        await ChoosePeopleAsync(anna, "✓ Clara", "Dora");
        Plans.Has(anna, "✅ Boris", "▫️ Dora");
        Plans.HasNot(anna, "Clara");
        await planner.ToldAsync(boris, "Changed: Review", "Also invited: Dora", "No longer invited: Clara");
        await planner.ToldAsync(clara, "You are no longer expected: Review");
        await planner.ToldAsync(dora, "Invitation: Review", "Organiser: Anna");
        Assert.Equal(0, await planner.TimesToldAsync(clara, "Changed: Review"));
        await Plans.OpenDayAsync(clara, 2);
        Plans.HasNot(clara, "Review");

        await ChoosePeopleAsync(anna, "Clara");
        Plans.Has(anna, "▫️ Clara");
    }

    [Fact]
    public async Task Of_a_series_one_this_and_following_or_all_get_another_title_or_place()
    {
        var firm = await planner.FoundAsync("Series edited");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.QuickAsync(anna, "tomorrow 9:00 Stand-up with Boris every day 5 times");
        await anna.PressAsync("➕ Boris");
        await SayInDraftAsync(anna, "📍 Place", "Hall");
        await anna.PressAsync("✅ Create");
        await OpenAsync(anna, 2, "Stand-up");
        await SayAsync(anna, "✏️ Title", "Long stand-up", "This one only");
        await planner.ToldAsync(boris, "New title: Long stand-up");
        await OpenAsync(anna, 3, "Stand-up");
        await SayAsync(anna, "📍 Place", "-", "This one only");
        Plans.HasNot(anna, "Hall");
        await OpenAsync(anna, 4, "Stand-up");
        await SayAsync(anna, "📍 Place", "Room 4", "This and following");
        await OpenAsync(anna, 1, "Stand-up");
        await SayAsync(anna, "✏️ Title", "Morning talk", "All of them");
        Assert.Equal(
            ["Morning talk/Hall", "Long stand-up/Hall", "Morning talk/", "Stand-up with Boris/Room 4", "Stand-up with Boris/Room 4"],
            await planner.Host.ListAsync<string>(
                """
                select coalesce(o.title, e.title) || '/' || coalesce(o.place, e.place) from planner.occurrences o
                join planner.events e on e.id = o.event_id where o.company_id = $1 order by o.starts_at
                """,
                firm.Id));
    }

    [Fact]
    public async Task Of_a_series_what_one_time_cannot_have_of_its_own_is_changed_for_this_and_following_or_all()
    {
        var firm = await planner.FoundAsync("Series whole");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Boris"));
        await Plans.QuickCreateAsync(anna, "tomorrow 9:00 Stand-up every day 5 times");
        await OpenAsync(anna, 3, "Stand-up");
        await anna.PressAsync("✏️ Edit");
        await anna.PressAsync("👥 People");
        await anna.PressAsync("Boris");
        await anna.PressAsync("✅ Done");
        Assert.False(anna.Screen.HasButton("This one only"));
        await anna.PressAsync("This and following");
        Plans.Has(anna, "▫️ Boris");
        await planner.ToldAsync(boris, "Invitation: Stand-up");
        await Plans.OpenDayAsync(boris, 2);
        Plans.HasNot(boris, "Stand-up");
        await Plans.OpenDayAsync(boris, 3);
        Plans.Has(boris, "Stand-up");
        await OpenAsync(anna, 1, "Stand-up");
        await anna.PressAsync("✏️ Edit");
        await anna.PressAsync("🔔 Reminders");
        await anna.PressAsync("Do not remind");
        await anna.PressAsync("All of them");
        Plans.Has(anna, "🔕");
        Assert.Equal(3, await planner.Host.QueryAsync<long>("select count(*) from core.jobs where company_id = $1 and module = 'planner' and name = 'remind'", firm.Id));
    }

    [Fact]
    public async Task An_event_is_changed_and_its_participants_are_told_in_Russian()
    {
        var firm = await planner.FoundAsync("Правка", "ru");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Борис", "ru"));
        await Plans.QuickAsync(anna, "каждый день 9:30 летучка с Борисом 4 раза");
        await anna.PressAsync("➕ Борис");
        await anna.PressAsync("✅ Создать");
        await anna.PressAsync("✏️ Изменить");
        Plans.Has(anna, "летучка", "Что изменить?");
        await anna.PressAsync("📍 Место");
        await anna.SayAsync("Переговорная 2");
        Plans.Has(anna, "В каких повторениях изменить?");
        await anna.PressAsync("Это и следующие");
        Plans.Has(anna, "📍 Переговорная 2");
        await planner.ToldAsync(boris, "Изменено: летучка", "Место: Переговорная 2");
        await anna.PressAsync("✏️ Изменить");
        await anna.PressAsync("🔒 Видимость");
        await anna.PressAsync("Только участники");
        await anna.PressAsync("Все");
        await planner.ToldAsync(boris, "Подробности видят: Только участники");
        await anna.PressAsync("✏️ Изменить");
        await anna.PressAsync("👥 Участники");
        await anna.PressAsync("✓ Борис");
        await anna.PressAsync("✅ Готово");
        await anna.PressAsync("Все");
        await planner.ToldAsync(boris, "Вас больше не ждут: летучка");
    }

    [Fact]
    public async Task Who_did_not_make_an_event_has_nothing_to_change_it_with()
    {
        var firm = await planner.FoundAsync("No right to edit");
        var boris = await firm.HireAsync("Boris");
        await Plans.CreateAsync(firm.Owner, "Talk", Plans.InDays(1), "11:00", people: "Boris");
        var edit = firm.Owner.Screen.Button("✏️ Edit").Data!;
        await firm.Owner.PressAsync("✏️ Edit");
        var title = firm.Owner.Screen.Button("✏️ Title").Data!;
        await OpenAsync(boris, 1, "Talk");
        Assert.False(boris.Screen.HasButton("✏️"));
        await boris.PressDataAsync(edit);
        Plans.HasNot(boris, "What should change?");
        await boris.PressDataAsync(title);
        Plans.HasNot(boris, "What is the event called?");
    }

    private static async Task OpenAsync(ChatUser user, int days, string title)
    {
        await Plans.OpenDayAsync(user, days);
        await user.PressAsync(title);
    }

    private static async Task SayAsync(ChatUser user, string part, string to, string? scope = null)
    {
        await user.PressAsync("✏️ Edit");
        await SayInDraftAsync(user, part, to);
        if (scope is not null)
        {
            await user.PressAsync(scope);
        }

        Plans.Has(user, "🗓");
    }

    private static async Task SayInDraftAsync(ChatUser user, string part, string to)
    {
        await user.PressAsync(part);
        await user.SayAsync(to);
    }

    private static async Task PressAsync(ChatUser user, string part, string choice)
    {
        await user.PressAsync("✏️ Edit");
        await user.PressAsync(part);
        await user.PressAsync(choice);
    }

    private static async Task ChoosePeopleAsync(ChatUser user, params string[] names)
    {
        await user.PressAsync("✏️ Edit");
        await user.PressAsync("👥 People");
        foreach (var name in names)
        {
            await user.PressAsync(name);
        }

        await user.PressAsync("✅ Done");
    }

    private static async Task AnswerAsync(ChatUser user)
    {
        await OpenAsync(user, 2, "Review");
        await user.PressAsync("Going");
    }
}
