using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Guide;

public sealed class WishesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestHost _host = null!;
    private ChatUser _anna = null!;

    private static TestModule Wishes => new()
    {
        Id = "wishes",
        Path = Path.GetFullPath(Path.Combine(TestModule.Company.Path, "../../../test-modules/Guide/DrAivBot.Wishes.dll")),
        Settings = new JsonObject { ["longestWish"] = 40 },
    };

    public async ValueTask InitializeAsync()
    {
        var options = new TestHostOptions { Modules = [TestModule.Company, Wishes] };
        _host = await TestHost.StartAsync(postgres, options, TestContext.Current.CancellationToken);
        _anna = await NewOwnerAsync("Anna", "North Wind");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_wish_is_made_and_granted()
    {
        await WishAsync(_anna, "A bicycle stand");
        Assert.Equal("Your wish is on the list.", _anna.Toast);

        await _anna.PressAsync("Grant");
        Assert.Equal("Granted.", _anna.Toast);
        Assert.Contains("✅ Granted", _anna.Screen.Text, StringComparison.Ordinal);
        Assert.False(_anna.Screen.HasButton("Grant"));
        Assert.Equal(1, await _host.QueryAsync<long>(
            "select count(*) from core.audit where act = 'wishes.wish.granted' and user_id is not null and after ->> 'wish' = (select id::text from wishes.wishes)"));
    }

    [Fact]
    public async Task A_wish_that_is_too_long_or_made_before_is_refused()
    {
        await WishAsync(_anna, "A bicycle stand");
        await _anna.SayAsync("/wishes");
        await _anna.PressAsync("Make a wish");

        await _anna.SayAsync(new string('x', 41));
        Assert.Contains("The limit is 40 characters", _anna.Screen.Text, StringComparison.Ordinal);

        await _anna.SayAsync("A bicycle stand");
        Assert.Contains("Somebody wished that already", _anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_open_wishes_only_after_a_restart_too()
    {
        await WishAsync(_anna, "A bicycle stand");
        await _anna.PressAsync("Grant");
        await _anna.SayAsync("/wishes");
        Assert.Contains("1 wish.", _anna.Screen.Text, StringComparison.Ordinal);

        await _anna.PressAsync("Only open ones");
        await _host.RestartAsync();
        await _anna.SayAsync("/wishes");

        Assert.Contains("0 wishes.", _anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_a_wish()
    {
        await WishAsync(_anna, "A bicycle stand");
        var id = await _host.QueryAsync<Guid>("select id from wishes.wishes");
        var boris = await NewOwnerAsync("Boris", "South Wind");

        await boris.StartAsync($"wish_{id:N}");
        Assert.Contains("Not found or not available.", boris.Screen.Text, StringComparison.Ordinal);

        await boris.SayAsync("/wishes");
        Assert.Contains("0 wishes.", boris.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_opens_a_wish()
    {
        await WishAsync(_anna, "A bicycle stand");
        var id = await _host.QueryAsync<Guid>("select id from wishes.wishes");

        await _anna.StartAsync($"wish_{id:N}");

        Assert.StartsWith("A bicycle stand", _anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_granted_wish_is_forgotten_after_thirty_days()
    {
        await WishAsync(_anna, "A bicycle stand");
        await _anna.PressAsync("Grant");

        await _host.AdvanceAsync(TimeSpan.FromDays(29));
        Assert.Equal(1, await _host.QueryAsync<long>("select count(*) from wishes.wishes"));

        await _host.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(0, await _host.QueryAsync<long>("select count(*) from wishes.wishes"));
    }

    [Fact]
    public async Task A_draft_of_the_first_version_goes_on()
    {
        await _anna.SayAsync("/wishes");
        await _anna.PressAsync("Make a wish");
        await _anna.SayAsync("A bicycle stand");
        var changed = await _host.ExecuteAsync("""
            update core.sessions set data = replace(replace(data, '\"text\":', '\"wish\":'), '"wishes":2', '"wishes":1')
            where position('"wishes":2' in data) > 0 and position('\"text\":' in data) > 0
            """);
        Assert.Equal(1, changed);

        await _anna.PressAsync("Finance");
        await _anna.PressAsync("Send");

        Assert.StartsWith("A bicycle stand", _anna.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "📅 Meeting", "✅ Send", "Let us talk about wishes: 30 December, 15:35", "Finance")]
    [InlineData("ru", "📅 Встреча", "✅ Отправить", "Поговорим о пожеланиях: 30 декабря, 15:35", "финанс")]
    public async Task A_meeting_is_called_by_buttons_alone_and_its_time_is_told_in_the_readers_zone(
        string language, string open, string send, string notice, string search)
    {
        var owner = await _host.Chat.NewOwnerAsync("Vera", language, "East Wind " + language);
        var today = DateOnly.FromDateTime(await _host.QueryAsync<DateTime>("select core.clock() at time zone 'Europe/Moscow'"));
        var day = new DateOnly(today.Month == 12 ? today.Year + 1 : today.Year, 12, 30);
        await owner.SayAsync("/wishes");
        await owner.PressAsync(open);
        await owner.PressDayAsync(day);
        await owner.PressDayAsync(day);
        await owner.PressTimeAsync(new(15, 35));
        await owner.SayAsync(search);
        await owner.PressAsync("🏛");
        await owner.PressAsync(owner.Screen.Buttons.First(button => button.Text.Contains(search, StringComparison.OrdinalIgnoreCase)).Text);
        await owner.PressAsync("✅");
        Assert.Contains(", 15:35", owner.Screen.Text, StringComparison.Ordinal);
        await owner.PressAsync(send);
        Assert.True(owner.Screen.HasButton("30•"));

        await _host.AdvanceAsync(TimeSpan.FromHours(24));
        await owner.RefreshAsync();
        Assert.Contains(owner.Messages, message => message.Text.Contains(notice.Replace(",", day.Year == today.Year ? "," : $" {day.Year},", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private async Task<ChatUser> NewOwnerAsync(string name, string company)
    {
        var user = await _host.Chat.NewUserAsync(name, "en");
        await user.StartAsync();
        await user.RegisterCompanyAsync(company);
        return user;
    }

    private static async Task WishAsync(ChatUser user, string text)
    {
        await user.SayAsync("/wishes");
        await user.PressAsync("Make a wish");
        await user.SayAsync(text);
        await user.PressAsync("Finance");
        await user.PressAsync("Send");
    }
}
