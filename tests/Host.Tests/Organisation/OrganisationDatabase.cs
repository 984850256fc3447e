using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>A database that the tests of a class share: each registers companies of its own in it.</summary>
public sealed class OrganisationDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    private OrganisationStage? _first;

    public async ValueTask InitializeAsync() => _first = await OrganisationStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _first?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The shared database with a clock of its own.</summary>
    internal OrganisationStage Stage() => _first!.WithOwnClock();
}
