using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

public sealed class NotificationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private NoticesStage _stage = null!;
    private ChatUser _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await NoticesStage.StartAsync(postgres);
        _anna = await _stage.Host.Chat.NewOwnerAsync("Anna", "en", "Daisy");
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_notification_opens_its_place_later_too_and_stays_in_the_chat()
    {
        await _anna.StartAsync("act_tell_rain");
        var notice = Assert.Single(NoticesStage.With(_anna, "News rain"));
        await _anna.SayAsync("/help");

        await _anna.PressOldAsync(notice, "Open");
        Assert.Equal("The page of rain", _anna.Screen.Text);
        Assert.NotEqual(notice.Id, _anna.Screen.Id);
        Assert.Equal("News rain\nMore about it.", NoticesStage.With(_anna, "News rain").Single().Text);

        await _anna.PressOldAsync(notice, "Open");
        Assert.Equal("The page of rain", _anna.Screen.Text);
        await _anna.PressAsync("Menu");
        Assert.Contains("Daisy", _anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_quiet_hours_it_waits_until_they_end_unless_it_is_urgent()
    {
        await _stage.TurnClockAsync("23:00");
        await _anna.StartAsync("act_tell_night");
        await _anna.StartAsync("act_urgent_fire");
        Assert.Empty(NoticesStage.With(_anna, "News night"));
        Assert.Single(NoticesStage.With(_anna, "News fire"));

        await _stage.TurnClockAsync("07:59", days: 2);
        await Task.Delay(TimeSpan.FromSeconds(2.5), TimeProvider.System, TestContext.Current.CancellationToken);
        await _anna.RefreshAsync();
        Assert.Empty(NoticesStage.With(_anna, "News night"));

        await _stage.TurnClockAsync("08:01", days: 2);
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "News night").Count == 1);
    }

    [Fact]
    public async Task More_than_five_that_waited_come_as_one_digest_that_shows_them_all()
    {
        await _stage.TurnClockAsync("23:00");
        await _anna.StartAsync("act_many_7");
        await _stage.TurnClockAsync("08:01", days: 2);
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "7 messages").Count == 1);

        var digest = NoticesStage.With(_anna, "7 messages").Single();
        Assert.Contains("• News n0\n• News n1", digest.Text, StringComparison.Ordinal);
        Assert.Equal(1, _anna.Messages.Count(message => message.Text.Contains("News n3", StringComparison.Ordinal)));
        await _anna.PressOldAsync(digest, "Show all");
        Assert.Contains("News n4\nMore about it.", _anna.Screen.Text, StringComparison.Ordinal);
        await _anna.PressAsync("›");
        Assert.Contains("News n6", _anna.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(7, await _stage.Host.QueryAsync<long>("select count(*) from core.notifications where state = 2"));
    }

    [Fact]
    public async Task Five_that_waited_come_one_by_one_in_their_order()
    {
        await _stage.TurnClockAsync("23:00");
        await _anna.StartAsync("act_many_5");
        await _stage.TurnClockAsync("08:01", days: 2);
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "News n").Count == 5);
        Assert.Equal(["0", "1", "2", "3", "4"], NoticesStage.With(_anna, "News n").Select(message => message.Text.Split('\n')[0][^1..]));
    }

    [Fact]
    public async Task What_has_a_key_is_sent_once_and_what_belongs_to_a_failed_turn_never()
    {
        await _anna.StartAsync("act_once_first");
        await _anna.StartAsync("act_once_second");
        Assert.Single(NoticesStage.With(_anna, "News first"));
        Assert.Empty(NoticesStage.With(_anna, "News second"));

        await _anna.StartAsync("act_throw");
        Assert.Equal(0, await _stage.Host.QueryAsync<long>("select count(*) from core.notifications where parts::text like '%lost%'"));
    }

    [Fact]
    public async Task Everybody_of_the_company_gets_it_in_their_language_and_the_sender_sees_who_did()
    {
        var boris = await _stage.JoinAsync(_anna, "Boris");
        var vera = await _stage.Host.Chat.NewOwnerAsync("Вера", "ru", "Мак");
        await _stage.BlockAsync(boris);
        await _anna.StartAsync("act_company_team");
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "News team").Count == 1);
        await UntilDoneAsync();
        await _anna.StartAsync("act_receipts");
        Assert.Equal(["Sent", "Unreachable"], _anna.Screen.Text["Receipts: ".Length..].Split(',').Order());
        await vera.RefreshAsync();
        Assert.Empty(NoticesStage.With(vera, "team"));

        await _anna.StartAsync("act_company_again");
        await _anna.StartAsync("act_receipts");
        Assert.Contains("Unreachable", _anna.Screen.Text, StringComparison.Ordinal);
        await vera.StartAsync("act_roles_own");
        Assert.Single(NoticesStage.With(vera, "Новость own"));
    }

    [Fact]
    public async Task Very_many_go_their_own_lane_and_arrive_once()
    {
        var boris = await _stage.JoinAsync(_anna, "Boris");
        await _anna.StartAsync("act_bulk_sale");
        await NoticesStage.SeeAsync(boris, _ => NoticesStage.With(boris, "News sale").Count == 1);
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "News sale").Count == 1);
        await UntilDoneAsync();
        Assert.Equal(2, await _stage.Host.QueryAsync<long>("select count(*) from core.notifications where state = 2 and is_bulk"));
    }

    [Fact]
    public async Task Of_very_many_none_is_sent_again_when_its_fate_is_unknown()
    {
        await _stage.FaultAsync(new { kind = "lost_answer", method = "sendMessage", chatId = _anna.Id, times = 2 });
        await _anna.StartAsync("act_bulk_sale");
        await UntilDoneAsync();
        await _anna.RefreshAsync();
        Assert.Single(NoticesStage.With(_anna, "News sale"));
        Assert.Contains(await _stage.Host.QueryAsync<short>("select state from core.notifications"), new short[] { 2, 5 });
    }

    [Fact]
    public async Task A_long_text_arrives_in_pieces_that_together_say_all()
    {
        await _anna.StartAsync("act_long");
        var pieces = NoticesStage.With(_anna, "word word");
        Assert.Equal(3, pieces.Count);
        Assert.Equal(2000, pieces.Sum(piece => piece.Text.Split(' ').Length));
        Assert.All(pieces, piece => Assert.Equal("bold", (string?)piece.Json["entities"]![0]!["type"]));
    }

    private async Task UntilDoneAsync()
    {
        for (var i = 0; await _stage.Host.QueryAsync<long>("select count(*) from core.notifications where state < 2") > 0; i++)
        {
            Assert.InRange(i, 0, 300);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
