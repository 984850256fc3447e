using DrAivBot.Testing;
using Npgsql;

namespace DrAivBot.Host.Tests.Database;

public sealed class PostgresFixtureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Each_test_gets_an_empty_database_of_its_own_and_it_is_gone_afterwards()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => postgres.CreateDatabaseAsync(cancellation)));
        foreach (var database in databases)
        {
            await using var source = NpgsqlDataSource.Create(database.ConnectionString);
            await using var create = source.CreateCommand("create table a (id int); select rolsuper from pg_roles where rolname = current_user");
            Assert.Equal(true, await create.ExecuteScalarAsync(cancellation));
        }

        await using var stillOpen = new NpgsqlConnection(databases[0].ConnectionString);
        await stillOpen.OpenAsync(cancellation);
        await Task.WhenAll(databases.Select(d => d.DisposeAsync().AsTask()));

        await using var gone = new NpgsqlConnection(databases[1].ConnectionString);
        var error = await Assert.ThrowsAsync<PostgresException>(() => gone.OpenAsync(cancellation));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, error.SqlState);
    }
}
