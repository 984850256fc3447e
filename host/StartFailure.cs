using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Database.Cluster;
using DrAivBot.Host.Operator;
using DrAivBot.Host.Texts;
using Npgsql;

namespace DrAivBot.Host;

/// <summary>Puts what stopped a start into words for the operator.</summary>
internal static class StartFailure
{
    public static Exception Explain(Exception failure) => failure switch
    {
        OperationCanceledException or HostStartException => failure,
        ClusterException or DatabaseSetupException or MigrationRefusedException or OperatorAddressException =>
            new HostStartException(ExitCodes.Unavailable, failure.Message, failure),
        TextsRefusedException => new HostStartException(ExitCodes.Software, failure.Message, failure),
        NpgsqlException => new HostStartException(
            ExitCodes.Unavailable,
            $"The database cannot be used: {failure.Message} Check that the server of Database__ConnectionString runs and is reachable, then start again.",
            failure),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => new HostStartException(
            ExitCodes.Unavailable,
            $"{failure.Message} Another program, perhaps another host, listens there. Stop it, or set ASPNETCORE_URLS to another address, for example http://127.0.0.1:5081.",
            failure),
        IOException or UnauthorizedAccessException => new HostStartException(ExitCodes.Unavailable, $"The host could not start: {failure.Message}", failure),
        FormatException or ArgumentException => new HostStartException(
            ExitCodes.Configuration,
            $"The host could not start: {failure.Message} If this is about an address, correct ASPNETCORE_URLS.",
            failure),
        _ => new HostStartException(ExitCodes.Software, $"The host could not start because of a fault in it: {failure}", failure),
    };
}
