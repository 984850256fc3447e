using System.Text.RegularExpressions;
using DrAivBot.Host.Tests.Jobs;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>What modules are told when people join by a link and when they have themselves erased, through the chat.</summary>
public sealed partial class PeopleWhoComeAndGoTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_joins_by_an_invitation_is_assigned_to_its_post()
    {
        await using var host = await StartAsync();
        var firm = await TestCompany.FoundAsync(host, "Joined");
        await firm.Owner.SayAsync("/structure");
        foreach (var label in (string[])["2 · ", " 6 · ", " 6 · ", "📨", " 7 "])
        {
            await firm.Owner.PressAsync(label);
        }

        var guest = await host.Chat.NewUserAsync("Vera", "en");
        await guest.StartAsync(Code().Match(firm.Owner.Messages.Last(message => Code().IsMatch(message.Text)).Text).Value);
        await guest.PressAsync("✅");
        await guest.PressAsync("✅");
        await host.SettleJobsAsync();

        Assert.Equal([$"{await PostAsync(host, firm)} has {await UserAsync(host, guest)} after nobody"], await HeardAsync(host));
    }

    [Fact]
    public async Task Of_who_had_themselves_erased_modules_hear_the_id_that_their_rows_have_by_then()
    {
        await using var host = await StartAsync();
        var firm = await TestCompany.FoundAsync(host, "Erased");
        var boris = await firm.HireAsync("Boris", 6);
        var former = await UserAsync(host, boris);
        await boris.SayAsync("/mydata");
        await boris.PressAsync("Erase my data");
        await boris.PressAsync("Yes, erase");
        await host.AdvanceAsync(TimeSpan.FromDays(7.1));
        await host.SettleJobsAsync();

        var nobody = await host.QueryAsync<Guid>("select user_id from core.members where company_id = $1 and left_at is not null", firm.Id);
        var post = await PostAsync(host, firm);
        Assert.NotEqual(former, nobody);
        Assert.Equal(new[] { $"{post} lost {nobody}", $"Erased {nobody}: {post}" }.Order(StringComparer.Ordinal), (await HeardAsync(host)).Order(StringComparer.Ordinal));
    }

    private async Task<TestHost> StartAsync() => await TestHost.StartAsync(postgres, new() { Modules = [TestModule.Company, JobStage.Listener] }, Cancel);

    private static async Task<Guid> PostAsync(TestHost host, TestCompany firm) =>
        await host.QueryAsync<Guid>("select id from core.positions where company_id = $1 and number = 6", firm.Id);

    private static async Task<Guid> UserAsync(TestHost host, ChatUser user) => await host.QueryAsync<Guid>("select id from core.users where telegram_id = $1", user.Id);

    private static Task<IReadOnlyList<string>> HeardAsync(TestHost host) => host.ListAsync<string>("select text from listener.heard order by heard_at");

    [GeneratedRegex("inv_[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
