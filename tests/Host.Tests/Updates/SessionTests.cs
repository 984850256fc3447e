using DrAivBot.Host.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Updates;

public sealed class SessionTests(NotesHost notes) : IClassFixture<NotesHost>
{
    [Fact]
    public async Task A_session_holds_who_where_and_until_when_and_each_act_moves_the_end()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна");
        Assert.Equal("notes.list", await ReadAsync<string>(anna.Id, "state"));
        Assert.Equal(
            await notes.Host.QueryAsync<Guid>("select id from core.users where telegram_id = $1", anna.Id),
            await ReadAsync<Guid>(anna.Id, "user_id"));
        Assert.Equal(
            await notes.Host.QueryAsync<Guid>("select company_id from core.companies where name = 'Компания Анна' order by created_at desc limit 1"),
            await ReadAsync<Guid>(anna.Id, "company_id"));
        Assert.Equal("object", await ReadAsync<string>(anna.Id, "json_typeof(data::json)"));
        Assert.InRange(await ReadAsync<double>(anna.Id, "extract(epoch from expires_at - now())::float8"), 86_000, 86_400);

        var version = await ReadAsync<long>(anna.Id, "version");
        await notes.Host.ExecuteAsync("update core.sessions set expires_at = now() + interval '1 hour' where telegram_id = $1", anna.Id);
        await anna.PressAsync("Новая");
        Assert.Equal(version + 1, await ReadAsync<long>(anna.Id, "version"));
        Assert.Equal("notes.write/text", await ReadAsync<string>(anna.Id, "state"));
        Assert.InRange(await ReadAsync<double>(anna.Id, "extract(epoch from expires_at - now())::float8"), 86_000, 86_400);
        await anna.SayAsync("/menu");
        Assert.Equal("core.home", await ReadAsync<string>(anna.Id, "state"));
    }

    [Fact]
    public async Task The_clean_up_takes_ended_sessions_and_old_update_ids_and_nothing_else()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна");
        var boris = await notes.OwnerWithNotesAsync("Борис");
        await notes.Host.ExecuteAsync("update core.sessions set expires_at = now() - interval '1 second' where telegram_id = $1", anna.Id);
        await notes.Host.ExecuteAsync("insert into core.seen (bot_id, update_id, received_at) values (1, 1, now() - interval '4 days'), (1, 2, now() - interval '2 days')");

        await notes.Host.Services.GetRequiredService<SessionCleaner>().CleanAsync(TestContext.Current.CancellationToken);

        Assert.Equal([boris.Id], await notes.Host.ListAsync<long>("select telegram_id from core.sessions where telegram_id in ($1, $2)", anna.Id, boris.Id));
        Assert.Equal([2L], await notes.Host.ListAsync<long>("select update_id from core.seen where bot_id = 1"));
        await anna.SayAsync("/menu");
        Assert.Contains("Компания Анна", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"place\":{\"tag\":\"zzzz\",\"fields\":\"\"}}")]
    [InlineData("{\"dialog\":{\"module\":\"notes\",\"id\":\"write\",\"step\":\"gone\",\"state\":\"{}\"}}")]
    [InlineData("{\"dialog\":{\"module\":\"notes\",\"id\":\"write\",\"step\":\"text\",\"state\":\"broken\"}}")]
    public async Task A_session_that_cannot_be_used_any_more_leads_to_a_screen_all_the_same(string data)
    {
        var anna = await notes.OwnerWithNotesAsync("Анна");
        await notes.Host.ExecuteAsync("update core.sessions set data = $2 where telegram_id = $1", anna.Id, data);
        await anna.SayAsync("что-нибудь");
        Assert.Contains("Компания Анна", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await notes.Host.QueryAsync<long>("select count(*) from core.set_aside where chat_id = $1", anna.Id));
    }

    private async Task<T> ReadAsync<T>(long telegramId, string column) =>
        (await notes.Host.QueryAsync<T>($"select {column} from core.sessions where telegram_id = $1", telegramId))!;
}
