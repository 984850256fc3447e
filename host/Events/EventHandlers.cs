using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Events;

/// <summary>Keeps known which modules handle which events, so that one that is switched off for a while misses nothing.</summary>
internal sealed class EventHandlers(DatabaseAccess access)
{
    /// <summary>SQL for how long events are kept for a module that is away.</summary>
    public const string Patience = "interval '7 days'";

    private const string See = """
        insert into core.event_handlers (module, name, seen_at)
        select module, name, core.clock() from unnest($1, $2) as seen (module, name)
        on conflict (module, name) do update set seen_at = excluded.seen_at
        """;

    /// <summary>Notes that the handlers are there now.</summary>
    public async Task SeeAsync(IEnumerable<JobRegistration> jobs, CancellationToken cancellationToken)
    {
        var handlers = jobs.Where(job => job.Event is not null).ToList();
        await using var command = access.Host.CreateCommand(See);
        Sql.AddTo(
            command.Parameters,
            Sql.Values([.. handlers.Select(job => job.Module.Manifest.Id)]),
            Sql.Values([.. handlers.Select(job => job.Id)]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
