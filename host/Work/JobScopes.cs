using DrAivBot.Host.Database;
using DrAivBot.Host.Jobs;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Work;

/// <summary>Opens what a job's code works in: a transaction, and a scope of its module with the core services of that transaction.</summary>
internal sealed class JobScopes(DatabaseAccess access, JobConnections connections, CoreServices core)
{
    /// <summary>For what the host itself writes about a job.</summary>
    public Task<TurnDatabase> OpenAsync(CancellationToken cancellationToken) => connections.OpenAsync(cancellationToken);

    /// <summary>For the code of a job.</summary>
    public Task<TurnDatabase> OpenAsync(ClaimedJob job, CancellationToken cancellationToken) => connections.OpenAsync(job.Module, cancellationToken);

    /// <summary>Lets the module in, under the company of the job and no other.</summary>
    public async Task<AsyncServiceScope> EnterAsync(
        JobRegistration registration, ClaimedJob job, TurnDatabase database, OpenedJob opened, CancellationToken cancellationToken)
    {
        var belongsToNone = job.Company == ClaimedJob.NoCompany;
        if (belongsToNone)
        {
            await database.UseCompanyAsync(null, cancellationToken);
        }

        return registration.Module.CreateScope(core.For(new()
        {
            Module = registration.Module,
            Database = database,
            Company = new ActiveCompany { Id = belongsToNone ? null : job.Company },
            Language = Language.For(null),
            TimeZone = belongsToNone ? null : opened.TimeZone,
            StartedAt = opened.Now,
        }));
    }

    /// <summary>Ends the database session of a job that does not return, so that what it still does cannot commit.</summary>
    public async Task AbandonAsync(TurnDatabase database)
    {
        await using var command = access.Host.CreateCommand("select pg_terminate_backend($1)");
        command.Parameters.Add(Sql.Value(database.Connection.ProcessID));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
