using DrAivBot.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
