using DrAivBot.Organisation;
using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Who may invite for which post, through the screens.</summary>
public sealed class InvitationRightsTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData(19, 20, true)]
    [InlineData(19, 6, true)]
    [InlineData(19, 21, false)]
    [InlineData(1, 6, true)]
    [InlineData(1, 18, true)]
    [InlineData(1, 19, false)]
    [InlineData(1, 20, false)]
    [InlineData(6, 5, false)]
    [InlineData(6, 19, false)]
    public async Task The_holder_of_a_post_may_invite_for_another_or_not(int holder, int post, bool may)
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Права");
        var head = await firm.HireAsync("Egor", holder);
        await head.OpenPostAsync(post);
        Assert.Equal(may, head.Screen.HasButton("📨"));
    }

    [Fact]
    public async Task The_head_of_a_department_invites_for_its_posts_below_themselves_only()
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Отдел");
        await company.Host.ExecuteAsync(
            """
            insert into core.positions (company_id, id, number, kind, division_number, department_number, name, created_at)
            values ($1, gen_random_uuid(), 22, 'specialist', 2, 6, 'Seller', now()), ($1, gen_random_uuid(), 23, 'specialist', 2, 5, 'Writer', now())
            """,
            firm.Id);
        var head = await firm.HireAsync("Egor", 6);
        await head.OpenPostAsync(6);
        Assert.False(head.Screen.HasButton("📨"), head.Screen.ToString());
        await head.PressAsync("◀️");
        await head.PressAsync("Seller");
        await head.PressAsync("📨");
        await head.PressAsync(" 7 ");
        var guest = await company.Chat.NewUserAsync("Gleb", "en");
        await guest.JoinAsync(head.LastLink());
        Assert.Contains("22 · Seller", guest.Screen.Text, StringComparison.Ordinal);
        await head.SayAsync("/structure");
        await head.PressAsync("2 · ");
        await head.PressAsync(" 5 · ");
        await head.PressAsync("Writer");
        Assert.False(head.Screen.HasButton("📨"), head.Screen.ToString());
    }

    [Fact]
    public async Task An_employee_has_no_list_of_invitations_and_nothing_is_revealed()
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Тишина");
        await firm.Owner.InviteAsync(6);
        var vera = await firm.MemberAsync(CompanyRoles.Employee);
        Assert.False(vera.Screen.HasButton("Invitations"), vera.Screen.ToString());
        await vera.SayAsync("/invitations");
        Assert.DoesNotContain("6 · ", vera.Screen.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await company.Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act like 'denied:%'", firm.Id));
    }

    [Fact]
    public async Task Invitations_are_listed_eight_a_page_the_latest_first()
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Список");
        await firm.Owner.SayAsync("/invitations");
        Assert.Contains("No invitations yet", firm.Owner.Screen.Text, StringComparison.Ordinal);
        for (var post = 1; post <= 9; post++)
        {
            await firm.Owner.InviteAsync(post);
        }

        await firm.Owner.SayAsync("/invitations");
        Assert.Equal(8, firm.Owner.Screen.Buttons.Count(button => button.Text.StartsWith("🟢", StringComparison.Ordinal)));
        Assert.StartsWith("🟢 9 · ", firm.Owner.Screen.Buttons[0].Text, StringComparison.Ordinal);
        await firm.Owner.PressAsync("›");
        Assert.StartsWith("🟢 1 · ", Assert.Single(firm.Owner.Screen.Buttons, button => button.Text.StartsWith("🟢", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }
}
