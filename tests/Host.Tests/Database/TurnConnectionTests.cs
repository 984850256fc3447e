using DrAivBot.Host.Database;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Database;

/// <summary>What a module gets as its connection.</summary>
public sealed class TurnConnectionTests(PostgresFixture postgres)
{
    private const string Who = "select current_user || ' ' || coalesce(nullif(current_setting('app.company_id', true), ''), 'nobody')";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Who)]
    [InlineData("select 1; " + Who)]
    [InlineData(Who + " where @one = 1")]
    public async Task Every_turn_of_a_transaction_speaks_as_its_module_for_its_company(string sql)
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await using var turns = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        var module = database.Access.Roles.Module("planner");
        foreach (var company in new[] { PreparedDatabase.A, PreparedDatabase.B })
        {
            turns.EnterTurn(company);
            await using var connection = new TurnConnection(turns, "planner");
            Assert.Equal($"{module} {company}", await AskAsync(connection, sql));
            Assert.Equal($"{module} {company}", await AskAsync(connection, sql));
        }

        turns.LeaveTurns();
        await using var reader = await turns.CreateHostBatch().Add("select current_user").ReadAsync(Cancellation);
        await reader.ReadAsync(Cancellation);
        Assert.Equal(database.Access.Roles.Host, reader.GetString(0));
    }

    [Fact]
    public async Task What_the_turn_before_did_to_role_and_company_does_not_reach_the_next()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await using var turns = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        turns.EnterTurn(PreparedDatabase.A);
        await AskAsync(new TurnConnection(turns, "planner"), "select set_config('role', 'none', true) || set_config('app.company_id', '', true)");

        turns.EnterTurn(PreparedDatabase.A);

        Assert.Equal($"{database.Access.Roles.Module("planner")} {PreparedDatabase.A}", await AskAsync(new TurnConnection(turns, "planner"), Who));
    }

    [Fact]
    public async Task A_handler_that_goes_on_after_its_turn_cannot_write_into_the_next()
    {
        await using var database = await PreparedDatabase.WithEventsAsync(postgres);
        await using var turns = await TurnDatabase.OpenAsync(database.Access, Cancellation);
        turns.EnterTurn(PreparedDatabase.A);
        await using var late = new TurnConnection(turns, "planner");
        turns.EnterTurn(PreparedDatabase.B);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(late, Who));

        Assert.Contains("The turn of module 'planner' is over", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TurnConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (sql.Contains("@one", StringComparison.Ordinal))
        {
            var one = command.CreateParameter();
            (one.ParameterName, one.Value) = ("one", 1);
            command.Parameters.Add(one);
        }

        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        string answer;
        do
        {
            await reader.ReadAsync(Cancellation);
            answer = reader.GetValue(0).ToString()!;
        }
        while (await reader.NextResultAsync(Cancellation));

        return answer;
    }
}
