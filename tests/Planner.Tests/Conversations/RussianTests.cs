namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>What the planner promises, said in Russian.</summary>
public sealed class RussianTests(PlannerHost planner) : IClassFixture<PlannerHost>
{
    [Fact]
    public async Task Past_start_warns_in_Russian()
    {
        var anna = (await planner.FoundAsync("Прошлое", "ru")).Owner;
        await Plans.QuickAsync(anna, Plans.Typed(Plans.InDays(-2)) + " 15:00 планёрка");
        Plans.Has(anna, "планёрка", "Это время уже прошло");
    }

    [Fact]
    public async Task Double_booking_warns_with_names_only_if_visible_in_Russian()
    {
        var firm = await planner.FoundAsync("Занятость", "ru");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Борис", "ru"));
        await Plans.QuickAsync(boris, "завтра 15:00 тайная встреча 1ч");
        await boris.PressAsync("🔒 Видимость");
        await boris.PressAsync("Только участники");
        await boris.PressAsync("✅ Создать");
        await Plans.QuickAsync(anna, "завтра 15:30 совет с Борисом");
        await anna.PressAsync("➕ Борис");
        Plans.Has(anna, "В это время заняты", "Борис: занят");
        Plans.HasNot(anna, "тайная");
    }

    [Fact]
    public async Task Deleting_a_series_confirms_in_Russian()
    {
        var firm = await planner.FoundAsync("Серия", "ru");
        await Plans.QuickCreateAsync(firm.Owner, "каждый день 9:30 летучка 3 раза");
        await firm.Owner.PressAsync("🗑 Отменить");
        Plans.Has(firm.Owner, "«летучка» повторяется");
        await firm.Owner.PressAsync("Все");
        Assert.Equal(0, await planner.Host.QueryAsync<long>("select count(*) from planner.occurrences where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task User_changing_zone_sees_correct_local_times_in_Russian()
    {
        var firm = await planner.FoundAsync("Пояса", "ru");
        await Plans.QuickCreateAsync(firm.Owner, "послезавтра 15:00 созвон");
        await planner.Host.ExecuteAsync("update core.users set time_zone = 'Asia/Vladivostok' where telegram_id = $1", firm.Owner.Id);
        await firm.Owner.SayAsync("/today");
        await firm.Owner.PressAsync("Ближайшее");
        Plans.Has(firm.Owner, "22:00–23:00 👥 созвон");
    }

    [Fact]
    public async Task A_colleague_accepts_a_series_and_is_asked_anew_when_one_of_it_moves()
    {
        var firm = await planner.FoundAsync("Приглашение", "ru");
        var (anna, boris) = (firm.Owner, await firm.HireAsync("Борис", "ru"));
        await Plans.QuickAsync(anna, "каждый день 15:00 обзор с Борисом 3 раза");
        await anna.PressAsync("➕ Борис");
        await anna.PressAsync("✅ Создать");
        await planner.ToldAsync(boris, "Приглашение: обзор", "Организатор: Anna");
        await boris.PressAsync("🗓 Открыть");
        await boris.PressAsync("Иду на все");
        await planner.ToldAsync(anna, "Борис придёт: «обзор");
        await anna.SayAsync("/today");
        await anna.PressAsync("Ближайшее");
        await anna.PressDataAsync(anna.Screen.Buttons.First(button => button.Text.Contains("обзор", StringComparison.Ordinal)).Data!);
        Plans.Has(anna, "✅ Борис");
        await anna.PressAsync("📅 Перенести");
        await anna.SayAsync(Plans.Typed(Plans.InDays(8)));
        await anna.SayAsync("10:00");
        await anna.PressAsync("Только это");
        Plans.Has(anna, "10:00–11:00", "▫️ Борис");
        await planner.ToldAsync(boris, "Перенесено: обзор", "10:00–11:00");
    }
}
