using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

public sealed class InvitationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "Приглашение создано", "Вас приглашают в компанию «Ветер»", "Пост: 6 · ", "Приглашает: Анна", "персональных данных", "Добро пожаловать", "Вышестоящий пост", "ваше приглашение принято")]
    [InlineData("en", "The invitation is ready", "You are invited to the company “Ветер”", "Post: 6 · ", "Invited by: Анна", "personal data", "Welcome to the company", "The post above you", "your invitation was accepted")]
    public async Task The_invitee_sees_company_post_and_inviter_then_accepts_and_consents(
        string language, string ready, string offer, string post, string inviter, string consent, string welcome, string superior, string told)
    {
        var owner = await NewOwnerAsync(language, "Ветер");
        var link = await owner.InviteAsync(6);
        Assert.Contains(ready, owner.Screen.Text, StringComparison.Ordinal);
        var picture = owner.Messages.Last(message => message.Json["photo"] is not null);
        Assert.Contains($"?start={link}", picture.Text, StringComparison.Ordinal);

        var guest = await company.Chat.NewUserAsync("Вера", language);
        await guest.StartAsync(link);
        Assert.All(new[] { offer, post, inviter }, part => Assert.Contains(part, guest.Screen.Text, StringComparison.Ordinal));
        await guest.PressAsync("✅");
        Assert.Contains(consent, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await MembersAsync(guest));
        await guest.PressAsync("✅");
        Assert.Contains(welcome, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(superior, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(told, await HeardAsync(owner), StringComparison.Ordinal);
        Assert.Equal(1, await company.Host.QueryAsync<long>(
            "select count(*) from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1 and m.consented_at is not null and m.consent_version ~ $2", guest.Id, $"^{language}-[0-9a-f]{{16}}$"));
        Assert.Equal(1, await HoldingsAsync(owner, 6));
    }

    [Fact]
    public async Task A_token_has_at_least_128_random_bits_and_is_stored_hashed()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Хеш");
        var (first, second) = (await owner.InviteAsync(6), await owner.InviteAsync(6, "30"));
        Assert.NotEqual(first, second);
        Assert.InRange(first.Length, "inv_".Length + 22, 64);
        var rows = await company.Host.ListAsync<string>(
            """
            select i::text from core.invitations i union all select s.data::text from core.sessions s
            union all select n.parts::text from core.notifications n union all select a::text from core.audit a
            """);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain(first[4..], row, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("3", 3)]
    [InlineData("7", 7)]
    [InlineData("30", 30)]
    public async Task An_invitation_lives_1_3_7_or_30_days_and_then_says_so(string life, int days)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Срок");
        var link = await owner.InviteAsync(6, life);
        Assert.Equal(days, await company.Host.QueryAsync<int>(
            "select extract(day from i.expires_at - i.created_at)::int from core.invitations i join core.users u on u.id = i.invited_by where u.telegram_id = $1", owner.Id));

        await AgeAsync(owner);
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(link);
        Assert.Contains("Срок приглашения истёк", guest.Screen.Text, StringComparison.Ordinal);
        await owner.SayAsync("/invitations");
        Assert.True(owner.Screen.HasButton("срок истёк"), owner.Screen.ToString());
    }

    [Fact]
    public async Task Two_people_opening_one_link_the_first_accepts_and_the_second_hears_that_it_is_used()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Двое");
        var link = await owner.InviteAsync(6);
        var (first, second) = (await company.Chat.NewUserAsync("Вера", "ru"), await company.Chat.NewUserAsync("Глеб", "ru"));
        await second.StartAsync(link);
        await second.PressAsync("Принять");
        await first.JoinAsync(link);
        await second.PressAsync("Даю согласие");
        Assert.Contains("уже использовано", second.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await MembersAsync(second));
        await first.StartAsync(link);
        Assert.Contains("Этот пост уже ваш", first.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_invitation_to_a_post_takes_the_place_of_the_first()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Замена");
        var first = await owner.InviteAsync(6);
        Assert.DoesNotContain("Прежняя ссылка", owner.Screen.Text, StringComparison.Ordinal);
        var second = await owner.InviteAsync(6, "30");
        Assert.Contains("Прежняя ссылка на этот пост больше не действует", owner.Screen.Text, StringComparison.Ordinal);
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(first);
        Assert.Contains("Приглашение отозвано", guest.Screen.Text, StringComparison.Ordinal);
        await guest.JoinAsync(second);
        Assert.Contains("Добро пожаловать", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await AuditAsync(owner, "invitation.revoked"));
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

    [Theory]
    [InlineData("ru", "30 ноября, 17:57 по времени компании")]
    [InlineData("en", "30 November, 17:57, company time")]
    public async Task A_guest_reads_in_the_companys_time_until_when_to_answer(string language, string until)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", language, "Часы");
        var link = await owner.InviteAsync(6);
        await company.Host.ExecuteAsync(
            """
            with firm as (
                update core.companies c set time_zone = 'Asia/Almaty' from core.users u where u.id = c.created_by and u.telegram_id = $1 returning c.company_id)
            update core.invitations i set expires_at = '2199-11-30T12:57Z' from firm where firm.company_id = i.company_id
            """,
            owner.Id);
        var guest = await company.Chat.NewUserAsync("Вера", language);
        await guest.StartAsync(link);
        Assert.Contains(until, guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inviter_reads_the_name_of_the_post_in_their_own_language()
    {
        var owner = await NewOwnerAsync("ru", "Языки");
        var link = await owner.InviteAsync(6);
        var guest = await company.Chat.NewUserAsync("Vera", "en");
        await guest.StartAsync(link);
        var english = guest.Screen.Text;
        await guest.JoinAsync(link);
        var heard = await HeardAsync(owner);
        Assert.Contains("Vera теперь на посту 6 · Начальник отдела продаж", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("6 · Начальник", english, StringComparison.Ordinal);
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
        Assert.Equal(1, await AuditAsync(owner, "invitation.revoked"));
    }

    [Fact]
    public async Task A_post_filled_meanwhile_refuses_and_tells_the_inviter()
    {
        var firm = await Chats.FoundAsync(company, "Занято", "ru");
        var owner = firm.Owner;
        var other = await owner.InviteAsync(6, "3");
        var second = await company.Chat.NewUserAsync("Глеб", "ru");
        await second.StartAsync(other);
        await second.PressAsync("Принять");
        await firm.HireAsync("Вера", 6, "ru");
        await second.PressAsync("Даю согласие");
        Assert.Contains("Пост уже занят", second.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await MembersAsync(second));
        Assert.Contains("пришёл новый человек: Глеб", await HeardAsync(owner), StringComparison.Ordinal);
        await second.StartAsync(other);
        await HeardAsync(owner);
        Assert.Single(owner.Messages, message => message.Text.Contains("пришёл новый человек", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_existing_member_merely_gains_the_post()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Второй пост");
        var vera = await company.Chat.NewUserAsync("Вера", "ru");
        await vera.JoinAsync(await owner.InviteAsync(6));
        await vera.StartAsync(await owner.InviteAsync(7));
        await vera.PressAsync("Принять");
        Assert.Contains("Ваш пост: 7 · ", vera.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await MembersAsync(vera));
        Assert.Equal(1, await HoldingsAsync(owner, 6));
        Assert.Equal(1, await HoldingsAsync(owner, 7));
    }

    [Fact]
    public async Task Position_21_cannot_be_invited()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Офис");
        await owner.OpenPostAsync(21);
        Assert.False(owner.Screen.HasButton("📨"), owner.Screen.ToString());
    }

    [Fact]
    public async Task A_declined_link_stays_good_and_the_inviter_is_told()
    {
        var owner = await NewOwnerAsync("ru", "Отказ");
        var link = await owner.InviteAsync(6);
        var (wrong, right) = (await company.Chat.NewUserAsync("Глеб", "ru"), await company.Chat.NewUserAsync("Вера", "ru"));
        await wrong.StartAsync(link);
        await wrong.PressAsync("Отклонить");
        Assert.Contains("Вы отклонили", wrong.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Глеб не принимает приглашение", await HeardAsync(owner), StringComparison.Ordinal);
        await right.JoinAsync(link);
        Assert.Contains("Добро пожаловать", right.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_link_is_for_somebody_else()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Своя");
        await owner.StartAsync(await owner.InviteAsync(6));
        Assert.Contains("Это ваша ссылка", owner.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "это личная ссылка", "Такого приглашения нет", "Создать компанию")]
    [InlineData("en", "is a personal link", "There is no such invitation", "Create a company")]
    public async Task A_guest_learns_what_an_invitation_is_and_that_a_forged_one_is_none(string language, string help, string none, string create)
    {
        var guest = await company.Chat.NewUserAsync("Vera", language);
        await guest.StartAsync();
        await guest.PressAsync("📩");
        Assert.Contains(help, guest.Screen.Text, StringComparison.Ordinal);

        await guest.StartAsync("inv_" + new string('A', 43));
        Assert.Contains(none, guest.Screen.Text, StringComparison.Ordinal);
        await guest.PressAsync(create);
        Assert.Contains("1", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_opens_a_dead_invitation_is_not_asked_to_found_a_company()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await owner.StartAsync("inv_abc-_123");
        Assert.Contains("Такого приглашения нет", owner.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(["◀️ Назад", "🏠 Меню"], owner.Screen.Buttons.Select(button => button.Text));
        await owner.PressAsync("Назад");
        Assert.Contains("Владелец", owner.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whatever")]
    [InlineData("INV_x")]
    [InlineData("inv")]
    [InlineData("-_-")]
    public async Task A_link_nobody_knows_leads_to_the_menu_and_says_so(string payload)
    {
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(payload);
        Assert.Contains("Эта ссылка не подходит или больше не действует.", guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Здравствуйте, Вера!", guest.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_people_opening_one_invitation_at_once_one_joins()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Толпа");
        var link = await owner.InviteAsync(6);
        var people = new List<ChatUser>();
        for (var i = 0; i < 20; i++)
        {
            people.Add(await company.Chat.NewUserAsync($"Гость {i}", "ru"));
        }

        await Task.WhenAll(people.Select(async person =>
        {
            await person.StartAsync(link);
            await person.PressAsync("Принять");
        }));
        await Task.WhenAll(people.Select(person => person.PressAsync("Даю согласие")));
        Assert.Single(people, person => person.Screen.Text.Contains("Добро пожаловать", StringComparison.Ordinal));
        Assert.Equal(19, people.Count(person => person.Screen.Text.Contains("уже использовано", StringComparison.Ordinal)));
        Assert.Equal(1, await HoldingsAsync(owner, 6));
        Assert.Equal(2, await company.Host.QueryAsync<long>(
            "select count(*) from core.members where company_id = (select company_id from core.companies where name = 'Толпа')"));
    }

    /// <summary>Without quiet hours, so that what they are told comes whatever the hour of the test.</summary>
    private async Task<ChatUser> NewOwnerAsync(string language, string name)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", language, name);
        await company.Host.ExecuteAsync(
            "update core.companies c set quiet_from = '00:00', quiet_until = '00:00' from core.users u where u.id = c.created_by and u.telegram_id = $1", owner.Id);
        return owner;
    }

    /// <summary>Everything the bot has written to somebody, what others caused included.</summary>
    private async Task<string> HeardAsync(ChatUser user)
    {
        await company.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
        return string.Join('\n', user.Messages.Where(message => message.FromBot).Select(message => message.Text));
    }

    private Task<int> AgeAsync(ChatUser owner) => company.Host.ExecuteAsync(
        """
        update core.invitations i set created_at = i.created_at - interval '31 days', expires_at = i.expires_at - interval '31 days'
        from core.users u where u.id = i.invited_by and u.telegram_id = $1
        """,
        owner.Id);

    private async Task<long> MembersAsync(ChatUser user) => await company.Host.QueryAsync<long>(
        "select count(*) from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1", user.Id);

    private async Task<long> HoldingsAsync(ChatUser owner, int post) => await company.Host.QueryAsync<long>(
        """
        select count(*) from core.holdings h join core.positions p on p.company_id = h.company_id and p.id = h.position_id
        join core.companies c on c.company_id = h.company_id join core.users u on u.id = c.created_by
        where u.telegram_id = $1 and p.number = $2 and h.until is null and not h.is_temporary
        """,
        owner.Id, post);

    private async Task<long> AuditAsync(ChatUser user, string act) => await company.Host.QueryAsync<long>(
        "select count(*) from core.audit a join core.users u on u.id = a.user_id where u.telegram_id = $1 and a.act = $2", user.Id, act);
}
