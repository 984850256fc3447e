using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Texts;

namespace DrAivBot.Routing;

/// <summary>
/// One update of one user, handled in one database transaction: what the module writes commits together with the
/// session and the answer, or not at all. A user's turns run one after another, on any number of hosts. Can be injected
/// into handlers and the module's scoped services; not to be used after the handler returns.
/// </summary>
public interface ITurn
{
    /// <summary>Who acts.</summary>
    TurnUser User { get; }

    /// <summary>The company the user acts in and their rights there; null for a guest.</summary>
    Member? Member { get; }

    /// <summary>The texts in the user's language.</summary>
    IText Text { get; }

    /// <summary>The instant the turn began, UTC. The same for the whole turn.</summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>Whether the user has a right in the company of the turn. Always false for a guest.</summary>
    /// <param name="permission">A right declared by any module.</param>
    /// <returns>False also for a right that nobody declared.</returns>
    bool May(string permission);

    /// <summary>
    /// The connection of the turn's transaction, open, with the module's database role and the company of the turn set:
    /// row level security shows that company's rows only, and none to a guest. The host owns it: do not commit, roll
    /// back, close or dispose.
    /// </summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The same connection for the whole turn.</returns>
    ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes with the turn's commit, in the same round trip: for what needs no answer, such as a line of history. Cheaper
    /// than a statement on the connection. The next statement on the connection sees it. When it fails, the turn fails.
    /// </summary>
    /// <param name="sql">One statement with parameters <c>$1</c>, <c>$2</c>…; what it returns is not read.</param>
    /// <param name="values">Values of the parameters in their order: what the database knows, such as numbers, texts, ids and instants; null is null.</param>
    void WriteAtEnd(string sql, params ReadOnlySpan<object?> values);

    /// <summary>What the module keeps in this user's session.</summary>
    /// <typeparam name="T">A slot declared with <see cref="IModuleBuilder.AddSessionSlot{T}"/>.</typeparam>
    /// <returns>The stored value, or a new one; changes count only after <see cref="SetSlot{T}"/>.</returns>
    T GetSlot<T>()
        where T : class, new();

    /// <summary>Stores a value in this user's session, with the turn's commit.</summary>
    /// <typeparam name="T">A slot declared with <see cref="IModuleBuilder.AddSessionSlot{T}"/>.</typeparam>
    /// <param name="value">The new value; null empties the slot. At most 16 KiB as JSON.</param>
    void SetSlot<T>(T? value)
        where T : class, new();
}
