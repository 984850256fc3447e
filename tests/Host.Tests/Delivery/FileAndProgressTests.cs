using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Delivery;

public sealed class FileAndProgressTests(PostgresFixture postgres) : IAsyncLifetime
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
    public async Task A_file_comes_with_its_text_and_button_to_everybody_and_is_kept_no_longer_than_needed()
    {
        var boris = await _stage.JoinAsync(_anna, "Boris");
        await _anna.StartAsync("act_file");
        foreach (var user in new[] { _anna, boris })
        {
            await NoticesStage.SeeAsync(user, _ => NoticesStage.With(user, "News file").Count == 1);
            var message = NoticesStage.With(user, "News file").Single();
            Assert.Equal("a.txt", (string?)message.Json["document"]?["file_name"]);
            Assert.True(message.HasButton("Open"));
        }

        Assert.Equal(0, await _stage.Host.QueryAsync<long>("select count(*) from core.files where content is not null"));
    }

    [Fact]
    public async Task An_answer_with_files_shows_pictures_documents_and_then_the_screen()
    {
        await _anna.StartAsync("act_album");
        var bot = _anna.Messages.Where(message => message.FromBot).ToList();
        Assert.NotNull(bot[^4].Json["photo"]);
        Assert.Equal(["a.txt", "b.txt"], bot[^3..^1].Select(message => (string?)message.Json["document"]!["file_name"]));
        Assert.NotNull(bot[^2].Json["media_group_id"]);
        Assert.Equal("Notices", bot[^1].Text);
        Assert.Equal(_anna.Screen.Id, bot[^1].Id);
    }

    [Fact]
    public async Task Progress_is_one_message_that_the_result_replaces()
    {
        await _anna.StartAsync("act_begin");
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "At 0 %").Count == 1);
        var message = NoticesStage.With(_anna, "At 0 %").Single();
        await _anna.StartAsync("act_report_40");
        await _anna.StartAsync("act_report_60");
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "At 60 %").Count == 1);
        Assert.Empty(NoticesStage.With(_anna, "At 0 %"));

        await _anna.StartAsync("act_end");
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "Done").Count == 1);
        var done = NoticesStage.With(_anna, "Done").Single();
        Assert.Equal(message.Id, done.Id);
        await _anna.PressOldAsync(done, "Open");
        Assert.Equal("The page of end", _anna.Screen.Text);
        await _anna.StartAsync("act_end");
        Assert.Single(NoticesStage.With(_anna, "Done"));
    }

    [Fact]
    public async Task Progress_of_a_job_that_is_set_aside_says_that_it_failed()
    {
        await _anna.StartAsync("act_begin");
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "At 0 %").Count == 1);
        var message = NoticesStage.With(_anna, "At 0 %").Single();
        await _anna.StartAsync("act_vain");
        await _stage.Host.AdvanceAsync(TimeSpan.FromSeconds(4));
        await NoticesStage.SeeAsync(_anna, _ => NoticesStage.With(_anna, "It did not work").Count == 1);
        Assert.Equal(message.Id, NoticesStage.With(_anna, "It did not work").Single().Id);
    }
}
