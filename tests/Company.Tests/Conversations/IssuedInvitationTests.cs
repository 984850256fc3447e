namespace DrAivBot.Company.Tests.Conversations;

/// <summary>What the inviter sees of the invitations there are: their states, and what a new one does to them.</summary>
public sealed class IssuedInvitationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "Отозвать", "до ", "срок истёк", "отозвано")]
    [InlineData("en", "Revoke", "until ", "out of time", "revoked")]
    public async Task The_states_of_an_invitation_are_active_used_expired_and_revoked(string language, string revoke, string active, string expired, string revoked)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", language, "Состояния");
        await owner.InviteAsync(7);
        await InvitationRows.AgeAsync(company, owner);
        await owner.InviteAsync(8);
        await owner.PressAsync("📨");
        await owner.PressAsync("🟢");
        await owner.PressAsync(revoke);
        await (await company.Chat.NewUserAsync("Вера", language)).JoinAsync(await owner.InviteAsync(6));
        await owner.InviteAsync(9);

        await owner.SayAsync("/invitations");
        Assert.Collection(
            owner.Screen.Buttons.Take(4).Select(button => button.Text),
            text => Assert.Matches($"^🟢 9 · .* · {active}", text),
            text => Assert.Matches("^🤝 6 · .* · Вера$", text),
            text => Assert.Matches($"^🚫 8 · .* · {revoked}$", text),
            text => Assert.Matches($"^⌛ 7 · .* · {expired}$", text));
    }

    [Fact]
    public async Task A_revoked_link_says_so_and_is_listed_as_revoked()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Отзыв");
        var link = await owner.InviteAsync(6);
        await owner.PressAsync("Все приглашения");
        await owner.PressAsync("🟢");
        await owner.TapTwiceAsync("Отозвать");
        Assert.Contains("Отозвано", owner.Screen.Text, StringComparison.Ordinal);
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(link);
        Assert.Contains("Приглашение отозвано", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await InvitationRows.AuditsAsync(company, owner, "invitation.revoked"));
    }

    [Fact]
    public async Task A_second_invitation_to_a_post_takes_the_place_of_the_first()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Замена");
        var first = await owner.InviteAsync(6);
        Assert.DoesNotContain("Прежняя ссылка", owner.Screen.Text, StringComparison.Ordinal);
        await owner.OpenPostAsync(7);
        await owner.PressAsync("📨");
        Assert.DoesNotContain("уже есть действующая ссылка", owner.Screen.Text, StringComparison.Ordinal);
        await owner.OpenPostAsync(6);
        await owner.PressAsync("📨");
        Assert.Contains("На этот пост уже есть действующая ссылка: Анна, до ", owner.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Новая её отменит.", owner.Screen.Text, StringComparison.Ordinal);
        await owner.PressAsync(" 30 ");
        var second = owner.LastLink();
        Assert.Contains("Прежняя ссылка на этот пост больше не действует", owner.Screen.Text, StringComparison.Ordinal);
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(first);
        Assert.Contains("Приглашение отозвано", guest.Screen.Text, StringComparison.Ordinal);
        await guest.JoinAsync(second);
        Assert.Contains("Добро пожаловать", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await InvitationRows.AuditsAsync(company, owner, "invitation.revoked"));
    }

    [Fact]
    public async Task A_company_has_at_most_500_active_invitations_and_says_so()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Предел");
        await company.Host.ExecuteAsync(
            """
            insert into core.invitations (company_id, id, position_id, token_hash, invited_by, created_at, expires_at)
            select c.company_id, gen_random_uuid(), p.id, sha256(gen_random_uuid()::text::bytea), u.id, now(), now() + interval '1 day'
            from core.users u
            join core.companies c on c.created_by = u.id
            join core.positions p on p.company_id = c.company_id and p.number = 7
            cross join generate_series(1, 500)
            where u.telegram_id = $1
            """,
            owner.Id);
        await owner.OpenPostAsync(6);
        await owner.PressAsync("📨");
        await owner.PressAsync(" 7 ");
        Assert.Equal("В компании уже 500 действующих приглашений, больше нельзя. Отзовите ненужные в разделе «Приглашения».", owner.Toast);
        await owner.InviteAsync(7);
        await owner.InviteAsync(6);
        Assert.Contains("Приглашение создано", owner.Screen.Text, StringComparison.Ordinal);
    }
}
