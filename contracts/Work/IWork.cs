using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Texts;

namespace DrAivBot.Work;

/// <summary>
/// The piece of work that the module's code runs in: a turn of a user, a job or the handling of an event. One database
/// transaction: what the module writes commits with it as a whole, or not at all. A core service, injected into handlers and scoped
/// services; a service that asks for it instead of <see cref="Routing.ITurn"/> can be used in turns and in jobs alike.
/// Not to be used after the handler returns. Implemented by the host; grows by new members.
/// </summary>
public interface IWork
{
    /// <summary>The company whose rows can be seen; null for a guest's turn and for work that belongs to the whole deployment.</summary>
    CompanyId? Company { get; }

    /// <summary>Who acts; null when nobody does, as in a job.</summary>
    UserId? User { get; }

    /// <summary>
    /// The instant the work began, UTC, the same for the whole of it. In a turn by the clock of the host; in a job by
    /// that of the database, which also decides what is due.
    /// </summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>
    /// The connection of the transaction, open, with the module's database role and the company set: row level security
    /// shows that company's rows only, and none without a company. The host owns it: do not commit, roll back, close or
    /// dispose.
    /// </summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The same connection for the whole work.</returns>
    ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken);

    /// <summary>The module's texts in a language.</summary>
    /// <param name="language"><c>ru</c> or <c>en</c>; other tags and null mean the one their speakers are greeted in.</param>
    /// <returns>The texts.</returns>
    IText GetText(string? language);
}
