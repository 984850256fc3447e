using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>Turns of several people share a transaction; what one of them does wrong stays theirs alone.</summary>
public sealed class GroupTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("throw", null)]
    [InlineData("hang", null)]
    [InlineData("block", null)]
    [InlineData("throw", "a-secret-of-the-group-tests")]
    [InlineData("block", "a-secret-of-the-group-tests")]
    public async Task Of_forty_people_who_act_at_once_only_the_one_whose_act_goes_wrong_hears_of_it(string poison, string? webhookSecret)
    {
        await using var host = await TestHost.StartAsync(
            postgres, new() { Modules = [TestModule.Plugin("Chaos", "chaos")], WebhookSecret = webhookSecret }, TestContext.Current.CancellationToken);
        host.Chat.Deadline = TimeSpan.FromSeconds(120);
        var people = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => host.Chat.NewUserAsync($"Person {number}", "en")));
        await Task.WhenAll(people.Select(person => person.StartAsync("chaos_")));

        await Task.WhenAll(people.Select((person, i) => i == 7
            ? person.SayManyAsync([$"{i} first", $"{i} {poison}", $"{i} last"])
            : person.SayManyAsync([$"{i} first", $"{i} second", $"{i} last"])));

        Assert.Equal("chaos.text|1", await host.QueryAsync<string>("select string_agg(concat_ws('|', route, 1), ',') from core.set_aside"));
        Assert.Equal(0L, await host.QueryAsync<long>("select count(*) from core.inbox"));
        Assert.Equal(
            "39 people in 3 steps, 1 in 2",
            await host.QueryAsync<string>("""
                select format('%s people in %s steps, %s in %s', max(people) filter (where steps = 3), 3, max(people) filter (where steps = 2), 2)
                from (select steps, count(*) as people
                      from (select split_part(text, ' ', 1) as person, count(*) as steps from chaos.effects group by 1) of_each
                      group by steps) by_steps
                """));
        Assert.Equal(
            0L,
            await host.QueryAsync<long>("""
                select count(*) from chaos.effects
                where turn_number <> case split_part(text, ' ', 2) when 'first' then 1 when 'second' then 2
                                     else case when split_part(text, ' ', 1) = '7' then 2 else 3 end end
                """));
    }
}
