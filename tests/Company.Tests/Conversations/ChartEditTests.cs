using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Posts added, renamed, moved and archived, and units renamed, as people do it in the chat.</summary>
public sealed class ChartEditTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Fact]
    public async Task A_position_is_archived_never_deleted_and_the_seeded_21_are_renamed_only()
    {
        var firm = await Chats.FoundAsync(company, "Архив", "ru");
        var anna = firm.Owner;
        await OpenDepartmentAsync(anna, 6);
        await anna.PressAsync("➕ Заместитель");
        await anna.SayAsync("7");
        Chats.Has(anna, "⚠️", "Новый пост в отделе 6: заместитель руководителя");
        await anna.SayAsync("Заместитель <начальника>");
        Chats.Has(anna, "📌 22 · Заместитель <начальника>");
        await anna.PressAsync("✏️ Изменить");
        await anna.PressAsync("🗄 Убрать в архив");
        Chats.Has(anna, "Убрать пост в архив?", "22 · Заместитель");
        await anna.TapTwiceAsync("🗄 Убрать в архив");
        Chats.Has(anna, "📂 6 · ");
        Assert.False(anna.Screen.HasButton("22 · "));
        Assert.True(await company.Host.QueryAsync<bool>("select archived_at is not null from core.positions where company_id = $1 and number = 22", firm.Id));

        await Chats.OpenPostAsync(anna, 6);
        await anna.PressAsync("✏️ Изменить");
        Assert.False(anna.Screen.HasButton("🗄"));
        Assert.False(anna.Screen.HasButton("🔀"));
        await anna.PressAsync("✏️ Новое название");
        await anna.SayAsync("Капитан продаж");
        Chats.Has(anna, "📌 6 · Капитан продаж");
        await anna.PressAsync("✏️ Изменить");
        await anna.PressAsync("↩️ Стандартное название");
        Assert.DoesNotContain("Капитан", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_moves_with_its_holder_to_another_department()
    {
        var firm = await Chats.FoundAsync(company, "Move", "en");
        var anna = firm.Owner;
        await OpenDepartmentAsync(anna, 6);
        await anna.PressAsync("➕ Specialist");
        await anna.SayAsync("Account manager");
        await anna.PressAsync("👤 Appoint");
        await anna.PressAsync("Anna");
        await anna.PressAsync("✅ Appoint");
        Chats.Has(anna, "Holder: Anna");
        await anna.PressAsync("✏️ Change");
        Assert.False(anna.Screen.HasButton("🗄"));
        await anna.PressAsync("🔀 Move");
        await anna.PressAsync(" 3 · ");
        await anna.PressAsync("📂 8 · ");
        Assert.Equal("The post is now in department 8", anna.Toast);
        Chats.Has(anna, "📌 22 · Account manager", "Holder: Anna");
        Assert.Equal(8, await company.Host.QueryAsync<short>("select department_number from core.positions where company_id = $1 and number = 22", firm.Id));
    }

    [Fact]
    public async Task The_head_of_a_division_is_added_once_and_stands_in_it()
    {
        var firm = await Chats.FoundAsync(company, "Отделение", "ru");
        var anna = firm.Owner;
        await anna.SayAsync("/structure");
        await anna.PressAsync("2 · ");
        await anna.PressAsync("➕ Руководитель отделения");
        Chats.Has(anna, "📌 22 · ", "вакантно");
        await anna.PressAsync("Назад");
        Assert.False(anna.Screen.HasButton("➕ Руководитель отделения"));
        await anna.PressAsync("⚪ 22 · ");
        Chats.Has(anna, "📌 22 · ");
    }

    [Fact]
    public async Task Units_are_renamed_by_owner_and_executive_director_and_by_nobody_else()
    {
        var firm = await Chats.FoundAsync(company, "Названия", "ru");
        var egor = await firm.HireAsync("Egor", 19, "ru");
        var maria = await firm.HireAsync("Maria", 6, "ru");
        await OpenDepartmentAsync(egor, 6);
        await egor.PressAsync("✏️ Название");
        Chats.Has(egor, "Отдел 6 · ");
        await egor.PressAsync("✏️ Новое название");
        await egor.SayAsync("Отдел <заботы>");
        Chats.Has(egor, "📂 6 · Отдел <заботы>");
        await egor.SayAsync("/structure");
        await egor.PressAsync("2 · ");
        await egor.PressAsync("✏️ Название");
        await egor.PressAsync("✏️ Новое название");
        await egor.SayAsync("Клиенты");
        Chats.Has(egor, "2 · Клиенты");

        await OpenDepartmentAsync(maria, 6);
        Chats.Has(maria, "📂 6 · Отдел <заботы>");
        Assert.True(maria.Screen.HasButton("➕ Специалист"));
        Assert.False(maria.Screen.HasButton("✏️"));
    }

    [Fact]
    public async Task A_deputy_of_a_post_is_named_for_some_days_is_told_and_taken_back()
    {
        var firm = await Chats.FoundAsync(company, "Заместители", "ru");
        var maria = await firm.HireAsync("Maria", 6, "ru");
        var boris = await firm.HireAsync("Boris", "ru");
        await Chats.OpenPostAsync(maria, 6);
        await maria.PressAsync("🔁 Заместители");
        Chats.Has(maria, "Заместителя пока нет");
        await maria.PressAsync("➕ Назначить заместителя");
        await maria.PressAsync("Boris");
        await maria.PressAsync("📅 На время");
        await maria.SayAsync("01.02.2090 - 05.02.2090");
        Chats.Has(maria, "Boris, 1–5 февраля 2090");
        await Chats.ToldAsync(company, boris, "Вы заместитель на посту 6", "1–5 февраля 2090");
        await maria.PressAsync("✖️ Снять: Boris");
        Chats.Has(maria, "Заместителя пока нет");
        await maria.PressAsync("➕ Назначить заместителя");
        Assert.False(maria.Screen.HasButton("Maria"));
        await maria.PressAsync("Boris");
        await maria.PressAsync("♾ Бессрочно");
        Chats.Has(maria, "Boris", "бессрочно");
    }

    private static async Task OpenDepartmentAsync(ChatUser user, int number)
    {
        await Chats.OpenPostAsync(user, number);
        await user.PressAsync(user.Language == "ru" ? "Назад" : "Back");
    }
}
