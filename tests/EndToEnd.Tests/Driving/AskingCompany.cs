using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A company that may ask the assistant, and jobs of the test module that do; written past the host.</summary>
internal sealed class AskingCompany(string database)
{
    private readonly Guid _company = Guid.CreateVersion7();
    private readonly Guid _member = Guid.CreateVersion7();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What a host needs to reach the provider.</summary>
    public static IReadOnlyList<(string Key, string Value)> SettingsFor(FakeAssistantServer assistant) =>
        [("OpenAI__ApiKey", assistant.Key), ("OpenAI__BaseUrl", assistant.Address.ToString()), ("OpenAI__Model", assistant.Model)];

    /// <summary>Founds it, with one member who has consented.</summary>
    public async Task FoundAsync(string member)
    {
        await ExecuteAsync("insert into core.users (id, telegram_id, name) values ($1, 770088001, $2)", _member, member);
        await ExecuteAsync(
            "insert into core.companies (company_id, name, time_zone, currency, created_by, created_at) values ($1, 'Asking', 'UTC', 'RUB', $2, now())", _company, _member);
        await ExecuteAsync("insert into core.members (company_id, user_id, name, joined_at) values ($1, $2, $3, now())", _company, _member, member);
        await ExecuteAsync(
            "insert into core.assistant_consents (company_id, id, version, given_by, given_at) values ($1, gen_random_uuid(), 1, $2, now())", _company, _member);
    }

    /// <summary>Has a job ask.</summary>
    public Task AskAsync(string charge, string text) => ExecuteAsync(
        """
        insert into core.jobs (company_id, id, module, name, payload, due_at, next_at)
        values ($1, gen_random_uuid(), 'chores', 'ask', json_build_object('Text', $2::text, 'Charge', $3::text, 'MostSeconds', 60)::text, core.clock(), core.clock())
        """,
        _company, text, charge);

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(Cancel);
    }
}
