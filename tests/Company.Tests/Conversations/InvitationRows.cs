using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>What invitations leave in the tables, and what is arranged there for them.</summary>
internal static class InvitationRows
{
    /// <summary>Without quiet hours, so that what they are told comes whatever the hour of the test.</summary>
    public static async Task<ChatUser> NewOwnerAsync(CompanyHost company, string language, string name)
    {
        var owner = await company.Chat.NewOwnerAsync("Анна", language, name);
        await company.Host.ExecuteAsync(
            "update core.companies c set quiet_from = '00:00', quiet_until = '00:00' from core.users u where u.id = c.created_by and u.telegram_id = $1", owner.Id);
        return owner;
    }

    /// <summary>Everything the bot has written to somebody, what others caused included.</summary>
    public static async Task<string> HeardAsync(CompanyHost company, ChatUser user)
    {
        await company.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
        return string.Join('\n', user.Messages.Where(message => message.FromBot).Select(message => message.Text));
    }

    /// <summary>All that somebody has made so far is a month older than it is.</summary>
    public static Task<int> AgeAsync(CompanyHost company, ChatUser owner) => company.Host.ExecuteAsync(
        """
        update core.invitations i set created_at = i.created_at - interval '31 days', expires_at = i.expires_at - interval '31 days'
        from core.users u where u.id = i.invited_by and u.telegram_id = $1
        """,
        owner.Id);

    public static async Task<long> MembershipsAsync(CompanyHost company, ChatUser user) => await company.Host.QueryAsync<long>(
        "select count(*) from core.members m join core.users u on u.id = m.user_id where u.telegram_id = $1", user.Id);

    /// <summary>How many hold a post for good in the company that somebody has founded: one or none.</summary>
    public static async Task<long> HoldingsAsync(CompanyHost company, ChatUser owner, int post) => await company.Host.QueryAsync<long>(
        """
        select count(*) from core.holdings h join core.positions p on p.company_id = h.company_id and p.id = h.position_id
        join core.companies c on c.company_id = h.company_id join core.users u on u.id = c.created_by
        where u.telegram_id = $1 and p.number = $2 and h.until is null and not h.is_temporary
        """,
        owner.Id, post);

    public static async Task<long> AuditsAsync(CompanyHost company, ChatUser user, string act) => await company.Host.QueryAsync<long>(
        "select count(*) from core.audit a join core.users u on u.id = a.user_id where u.telegram_id = $1 and a.act = $2", user.Id, act);
}
