using System.Text.RegularExpressions;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>People who are named in the table of posts: each gets a personal link to theirs.</summary>
public sealed partial class StaffImportTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "Структура", "Продолжить", "3 поста", "1 личное приглашение", "Строка 3, «Кого пригласить»: «Вера Орлова» уже есть на этот же пост в строке 2", "создаст 1 личное приглашение", "Создано 1 приглашение", "Действует до")]
    [InlineData("en", "Structure", "Continue", "3 posts", "1 personal invitation", "Row 3, “Whom to invite”: “Вера Орлова” is named for the same post in row 2", "make 1 personal invitation", "1 invitation made", "Valid until")]
    public async Task Whoever_is_named_beside_a_new_post_gets_a_personal_link_which_comes_in_a_table_and_joins_once(
        string language, string structure, string go, string posts, string invitations, string twice, string asks, string done, string until)
    {
        var firm = await Chats.FoundAsync(company, "Штат " + language, language);
        var owner = firm.Owner;
        await owner.SendTableAsync(company, structure, await PostTables.FillAsync(
            ["6", "Менеджер", "Вера  Орлова"], ["6", "менеджер", "вера орлова"], ["6", "Менеджер", ""], ["7", "Кассир"], ["7", "Бухгалтер", new string('я', 81)], ["7", "Бухгалтер", "42"]));
        Chats.Has(owner, posts, invitations, twice.Replace("Вера Орлова", "вера орлова", StringComparison.Ordinal));
        Assert.Equal(0, await InvitationsAsync(firm));

        await owner.PressAsync(go);
        Chats.Has(owner, asks);
        await owner.TapTwiceAsync("✅");
        await owner.SettleJobsAsync(company);
        Assert.Contains(owner.Messages, message => message.Text.Contains(done, StringComparison.Ordinal));
        Assert.Equal(1, await InvitationsAsync(firm));

        var lines = await PostTables.ReadSentAsync(company, owner);
        Assert.Contains(lines, line => line.Cells.Contains(until));
        Assert.Equal(firm.Name, lines[0].At(0));
        Assert.Equal(["Вера Орлова", "22", "Менеджер", "6"], [lines[^1].At(0), .. lines[^1].Cells.Skip(3)]);
        var link = Code().Match(lines[^1].At(1)).Value;
        var vera = await company.Chat.NewUserAsync("Vera", language);
        await vera.JoinAsync(link);
        Assert.Equal("Vera", await company.Host.QueryAsync<string>(
            """
            select m.name from core.holdings h
            join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.number = 22
            join core.members m on m.company_id = h.company_id and m.user_id = h.user_id
            where h.company_id = $1 and h.until is null
            """,
            firm.Id));
        await owner.SettleJobsAsync(company);
        Assert.Contains(owner.Messages, message => message.FromBot && message.Text.Contains("Vera", StringComparison.Ordinal));
        Assert.Equal(1, await Chats.AuditsAsync(company, firm, "invitation.issued"));
    }

    [Fact]
    public async Task Who_is_named_beyond_the_500_invitations_of_a_company_is_refused_in_their_row()
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Почти предел", "ru");
        await InviteManyAsync(firm, 499);
        await firm.Owner.SendTableAsync(company, "Структура", await PostTables.FillAsync(["6", "Менеджер", "Вера"], ["6", "Кассир", "Глеб"], ["6", "Сторож", ""]));
        Chats.Has(firm.Owner, "2 поста", "1 личное приглашение", "Строка 3, «Кого пригласить»: больше приглашать нельзя");
        await firm.Owner.AgreeAsync(company);
        Assert.Equal(500, await InvitationsAsync(firm));
    }

    [Fact]
    public async Task Invitations_that_others_have_made_meanwhile_count_and_then_nothing_is_added()
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Тем временем", "ru");
        await firm.Owner.SendTableAsync(company, "Структура", await PostTables.FillAsync(["6", "Менеджер", "Вера"], ["6", "Сторож", ""]));
        await firm.Owner.PressAsync("Продолжить");
        await InviteManyAsync(firm, 500);
        await firm.Owner.PressAsync("✅");
        await firm.Owner.SettleJobsAsync(company);

        Assert.Equal(500, await InvitationsAsync(firm));
        Assert.DoesNotContain(firm.Owner.Messages, message => message.Json["document"] is not null && message.FromBot);
    }

    private async Task InviteManyAsync(TestCompany firm, int count) => await company.Host.ExecuteAsync(
        """
        insert into core.invitations (company_id, id, position_id, token_hash, invited_by, created_at, expires_at)
        select c.company_id, gen_random_uuid(), p.id, sha256(gen_random_uuid()::text::bytea), c.created_by, now(), now() + interval '1 day'
        from core.companies c
        join core.positions p on p.company_id = c.company_id and p.number = 7
        cross join generate_series(1, $2)
        where c.company_id = $1
        """,
        firm.Id, count);

    private async Task<long> InvitationsAsync(TestCompany firm) => await company.Host.QueryAsync<long>("select count(*) from core.invitations where company_id = $1", firm.Id);

    [GeneratedRegex("inv_[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
