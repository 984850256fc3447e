using DrAivBot.EndToEnd.Tests.Driving;
using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.EndToEnd.Tests;

/// <summary>kill -9 of the host when the provider has answered and nothing of it is stored yet.</summary>
public sealed class AssistantKillTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_was_lost_with_the_host_is_asked_for_again_and_counts_once()
    {
        await using var api = await BotApiServer.StartAsync();
        await using var assistant = await FakeAssistantServer.StartAsync(Cancel);
        await using var database = await postgres.CreateDatabaseAsync(Cancel);
        await using var tables = new Tables(database.ConnectionString);
        using var directory = await HostDirectory.CreateAsync(("chores", Repository.ChoresModule));
        IReadOnlyList<(string, string)> settings = [.. Settings.Polling(api.Address, database, FreePort.Find()), .. AskingCompany.SettingsFor(assistant)];
        var first = await HostProcess.StartAsync(directory, settings);
        var company = new AskingCompany(database.ConnectionString);
        await company.FoundAsync("Anna");
        var (asked, answer) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), FakeAssistantReply.Json("""{"text":"Порядок есть.","ids":["D01Q1"]}"""));
        assistant.Answer = call =>
        {
            asked.TrySetResult();
            return call.Number == 1 ? answer with { Delay = TimeSpan.FromSeconds(2) } : answer;
        };
        await company.AskAsync("a", "Текст");
        await asked.Task.WaitAsync(Promise, TimeProvider.System, Cancel);

        // The charge is held by now; nobody counts it while this lasts.
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync(Cancel);
            await using var transaction = await connection.BeginTransactionAsync(Cancel);
            await using (var hold = new NpgsqlCommand("select from core.assistant_charges where counted_at is null for update", connection, transaction))
            {
                await hold.ExecuteNonQueryAsync(Cancel);
            }

            await Until.TrueAsync(
                async () => await tables.ReadAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%update core.assistant_charges%'") == 1,
                Promise,
                () => Task.FromResult($"the host had the answer and waited to count it:\n{first.Output}"));
            await first.KillAsync();
            await first.DisposeAsync();
        }

        await using var second = await HostProcess.StartAsync(directory, settings);
        await Until.TrueAsync(
            async () => await tables.ReadAsync<long>("select count(*) from chores.entries where text like 'a: Answered%'") == 1,
            Promise,
            () => Task.FromResult($"the job asked again:\n{second.Output}"));

        Assert.Equal(2, assistant.Calls.Count);
        Assert.Equal("1 1 2", await tables.ReadAsync<string>("select format('%s %s %s', count(*), count(counted_at), max(asked)) from core.assistant_charges where held_until is null"));
    }
}
