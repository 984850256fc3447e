using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Until when an invitation is worth something, as those read it who have no zone of their own here.</summary>
public sealed class InvitationTimeTests(CompanyHost company) : IClassFixture<CompanyHost>
{
    [Theory]
    [InlineData("ru", "30 ноября 2199, 17:57 по времени компании")]
    [InlineData("en", "30 November 2199, 17:57, company time")]
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

    [Theory]
    [InlineData("ru", "Действует до ", " по времени компании. Вступить")]
    [InlineData("en", "Valid until ", ", company time. One person")]
    public async Task The_picture_that_is_forwarded_shows_the_companys_time_and_the_screen_that_of_the_inviter(string language, string valid, string zone)
    {
        var firm = await TestCompany.FoundAsync(company.Host, "Пояса " + language, language);
        await company.Host.ExecuteAsync("update core.companies set time_zone = 'Asia/Almaty' where company_id = $1", firm.Id);
        await company.Host.ExecuteAsync("update core.users set time_zone = 'America/Bogota' where telegram_id = $1", firm.Owner.Id);
        await firm.Owner.InviteAsync(6);

        var picture = firm.Owner.Messages.Last(message => message.Json["photo"] is not null).Text;
        Assert.Contains($"{await UntilAsync(firm, "Asia/Almaty")}{zone}", picture, StringComparison.Ordinal);
        Assert.Contains(valid, picture, StringComparison.Ordinal);
        Assert.Contains($"{await UntilAsync(firm, "America/Bogota")}.", firm.Owner.Screen.Text, StringComparison.Ordinal);
    }

    private Task<string> UntilAsync(TestCompany firm, string zone) =>
        company.Host.QueryAsync<string>("select to_char(expires_at at time zone $2, 'HH24:MI') from core.invitations where company_id = $1", firm.Id, zone)!;
}
