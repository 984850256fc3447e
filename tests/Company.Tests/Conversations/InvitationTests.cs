using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>What an invitation is, from the link that is made to the member who has joined.</summary>
public sealed class InvitationTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "Приглашение создано", "Вас приглашают в компанию «Ветер»", "Пост: 6 · ", "Приглашает: Анна", "персональных данных", "Добро пожаловать", "Вышестоящий пост", "ваше приглашение принято")]
    [InlineData("en", "The invitation is ready", "You are invited to the company “Ветер”", "Post: 6 · ", "Invited by: Анна", "personal data", "Welcome to the company", "The post above you", "your invitation was accepted")]
    public async Task The_invitee_sees_company_post_and_inviter_then_accept_or_decline_plus_consent_to_personal_data_processing(
        string language, string ready, string offer, string post, string inviter, string consent, string welcome, string superior, string told)
    {
        var owner = await InvitationRows.NewOwnerAsync(company, language, "Ветер");
        var link = await owner.InviteAsync(6);
        Assert.Contains(ready, owner.Screen.Text, StringComparison.Ordinal);
        var picture = owner.Messages.Last(message => message.Json["photo"] is not null);
        Assert.Contains($"?start={link}", picture.Text, StringComparison.Ordinal);

        var guest = await company.Chat.NewUserAsync("Вера", language);
        await guest.StartAsync(link);
        Assert.All(new[] { offer, post, inviter }, part => Assert.Contains(part, guest.Screen.Text, StringComparison.Ordinal));
        Assert.True(guest.Screen.HasButton("✋"), guest.Screen.ToString());
        await guest.PressAsync("✅");
        Assert.Contains(consent, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await InvitationRows.MembershipsAsync(company, guest));
        await guest.PressAsync("✅");
        Assert.Contains(welcome, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(superior, guest.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(told, await InvitationRows.HeardAsync(company, owner), StringComparison.Ordinal);
        Assert.Equal(1, await company.Host.QueryAsync<long>(
            "select count(*) from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1 and m.consented_at is not null and m.consent_version ~ $2", guest.Id, $"^{language}-[0-9a-f]{{16}}$"));
        Assert.Equal(1, await InvitationRows.HoldingsAsync(company, owner, 6));
    }

    [Fact]
    public async Task An_invitation_has_a_token_of_at_least_128_random_bits_stored_hashed_and_a_link_that_starts_with_inv()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Хеш");
        var (first, second) = (await owner.InviteAsync(6), await owner.InviteAsync(6, "30"));
        Assert.NotEqual(first, second);
        Assert.InRange(first.Length, "inv_".Length + 22, 64);
        Assert.Matches(@"https://t\.me/\w+\?start=inv_[A-Za-z0-9_-]{22,60}\b", owner.Messages.Last(message => message.Json["photo"] is not null).Text);
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
    public async Task An_invitation_lives_1_3_7_or_30_days_7_by_default_and_then_says_so(string life, int days)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Срок");
        await owner.OpenPostAsync(6);
        await owner.PressAsync("📨");
        Assert.Contains(" 7 ", owner.Screen.Buttons[0].Text, StringComparison.Ordinal);
        await owner.PressAsync($" {life} ");
        var link = owner.LastLink();
        Assert.Equal(days, await company.Host.QueryAsync<int>(
            "select extract(day from i.expires_at - i.created_at)::int from core.invitations i join core.users u on u.id = i.invited_by where u.telegram_id = $1", owner.Id));

        await InvitationRows.AgeAsync(company, owner);
        var guest = await company.Chat.NewUserAsync("Вера", "ru");
        await guest.StartAsync(link);
        Assert.Contains("Срок приглашения истёк", guest.Screen.Text, StringComparison.Ordinal);
        await owner.SayAsync("/invitations");
        Assert.True(owner.Screen.HasButton("срок истёк"), owner.Screen.ToString());
    }

    [Fact]
    public async Task An_invitation_is_of_single_use()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Один раз");
        var link = await owner.InviteAsync(6);
        var (vera, gleb) = (await company.Chat.NewUserAsync("Вера", "ru"), await company.Chat.NewUserAsync("Глеб", "ru"));
        await vera.JoinAsync(link);
        await company.Host.ExecuteAsync("update core.holdings set until = greatest(now(), since) where user_id = (select id from core.users where telegram_id = $1)", vera.Id);
        foreach (var late in new[] { gleb, vera })
        {
            await late.StartAsync(link);
            Assert.Contains("уже использовано", late.Screen.Text, StringComparison.Ordinal);
            Assert.False(late.Screen.HasButton("✅"), late.Screen.ToString());
        }

        Assert.Equal(0, await InvitationRows.MembershipsAsync(company, gleb));
        Assert.Equal(0, await InvitationRows.HoldingsAsync(company, owner, 6));
    }

    [Fact]
    public async Task Two_people_opening_one_link_the_first_accepts_the_second_gets_already_used()
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", "ru", "Двое");
        var link = await owner.InviteAsync(6);
        var (first, second) = (await company.Chat.NewUserAsync("Вера", "ru"), await company.Chat.NewUserAsync("Глеб", "ru"));
        await second.StartAsync(link);
        await second.PressAsync("Принять");
        await first.JoinAsync(link);
        await second.PressAsync("Даю согласие");
        Assert.Contains("уже использовано", second.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await InvitationRows.MembershipsAsync(company, second));
        await first.StartAsync(link);
        Assert.Contains("Этот пост уже ваш", first.Screen.Text, StringComparison.Ordinal);
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
        Assert.Equal(1, await InvitationRows.HoldingsAsync(company, owner, 6));
        Assert.Equal(2, await company.Host.QueryAsync<long>(
            "select count(*) from core.members where company_id = (select company_id from core.companies where name = 'Толпа')"));
    }

    [Fact]
    public async Task Post_filled_meanwhile_refused_and_the_inviter_told()
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
        Assert.Equal(0, await InvitationRows.MembershipsAsync(company, second));
        Assert.Contains("пришёл новый человек: Глеб", await InvitationRows.HeardAsync(company, owner), StringComparison.Ordinal);
        await second.StartAsync(other);
        await InvitationRows.HeardAsync(company, owner);
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
        Assert.Equal(1, await InvitationRows.MembershipsAsync(company, vera));
        Assert.Equal(1, await InvitationRows.HoldingsAsync(company, owner, 6));
        Assert.Equal(1, await InvitationRows.HoldingsAsync(company, owner, 7));
    }

    [Fact]
    public async Task Who_is_no_longer_a_member_when_accepting_is_asked_for_consent()
    {
        var firm = await Chats.FoundAsync(company, "Бывшая", "ru");
        var vera = await company.Chat.NewOwnerAsync("Вера", "ru", "Свой дом");
        await vera.JoinAsync(await firm.Owner.InviteAsync(6));
        await vera.SayAsync("/companies");
        await vera.PressAsync("Свой дом");
        await vera.StartAsync(await firm.Owner.InviteAsync(7));
        await firm.Owner.SayAsync("/people");
        await firm.Owner.PressAsync("Вера");
        await firm.Owner.PressAsync("🚫");
        await firm.Owner.PressAsync("🚫");

        await vera.PressAsync("Принять");
        Assert.Contains("персональных данных", vera.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await InvitationRows.HoldingsAsync(company, firm.Owner, 7));
        await vera.PressAsync("Даю согласие");
        Assert.Contains("Добро пожаловать в компанию «Бывшая»", vera.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, await InvitationRows.HoldingsAsync(company, firm.Owner, 7));
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
        var owner = await InvitationRows.NewOwnerAsync(company, "ru", "Отказ");
        var link = await owner.InviteAsync(6);
        var (wrong, right) = (await company.Chat.NewUserAsync("Глеб", "ru"), await company.Chat.NewUserAsync("Вера", "ru"));
        await wrong.StartAsync(link);
        await wrong.PressAsync("Отклонить");
        Assert.Contains("Вы отклонили", wrong.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Глеб не принимает приглашение", await InvitationRows.HeardAsync(company, owner), StringComparison.Ordinal);
        await right.JoinAsync(link);
        Assert.Contains("Добро пожаловать", right.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inviter_reads_the_name_of_the_post_in_their_own_language()
    {
        var owner = await InvitationRows.NewOwnerAsync(company, "ru", "Языки");
        var link = await owner.InviteAsync(6);
        var guest = await company.Chat.NewUserAsync("Vera", "en");
        await guest.StartAsync(link);
        var english = guest.Screen.Text;
        await guest.JoinAsync(link);
        var heard = await InvitationRows.HeardAsync(company, owner);
        Assert.Contains("Vera теперь на посту 6 · Начальник отдела продаж", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("6 · Начальник", english, StringComparison.Ordinal);
    }
}
