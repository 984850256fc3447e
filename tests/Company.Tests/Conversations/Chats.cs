using DrAivBot.Testing;

namespace DrAivBot.Company.Tests.Conversations;

/// <summary>Ways through the chat that several conversations walk, and what is seen at their end.</summary>
internal static class Chats
{
    private const int PostsInDepartment = 3;

    /// <summary>Opens the card of one of the 21 seeded posts through the structure.</summary>
    public static async Task OpenPostAsync(ChatUser user, int number)
    {
        var division = number > 18 ? 7 : ((number - 1) / PostsInDepartment) + 1;
        await user.SayAsync("/structure");
        await user.PressAsync($"{division} · ");
        await user.PressDataAsync(user.Screen.Buttons.Single(button => button.Text[1..].StartsWith($" {number} · ", StringComparison.Ordinal)).Data!);
        await user.PressDataAsync(user.Screen.Buttons.First(button => button.Text[1..].StartsWith($" {number} · ", StringComparison.Ordinal)).Data!);
    }

    public static void Has(ChatUser user, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, user.Screen.Text, StringComparison.Ordinal));

    /// <summary>A company that may be disturbed at any hour, so that a test does not depend on the hour it runs at.</summary>
    public static async Task<TestCompany> FoundAsync(CompanyHost company, string name, string language)
    {
        var firm = await TestCompany.FoundAsync(company.Host, name, language);
        await company.Host.ExecuteAsync("update core.companies set quiet_from = '00:00', quiet_until = '00:00' where company_id = $1", firm.Id);
        return firm;
    }

    /// <summary>One message of the bot says all of this.</summary>
    public static async Task ToldAsync(CompanyHost company, ChatUser user, params string[] words)
    {
        await company.Chat.SettleAsync([], user.Id, user.Id);
        await user.RefreshAsync();
        Assert.Contains(user.Messages, message => message.FromBot && words.All(word => message.Text.Contains(word, StringComparison.Ordinal)));
    }

    public static async Task<long> AuditsAsync(CompanyHost company, TestCompany firm, string act) =>
        await company.Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and (act = $2 or act like $2 || ':%')", firm.Id, act);
}
