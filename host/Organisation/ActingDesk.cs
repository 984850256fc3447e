using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>Finds the rights of whoever acts, anew for each act, and writes down what was done or refused.</summary>
internal sealed class ActingDesk(OrganisationWork work)
{
    private const string Posts = """
        select p.id, p.number, p.kind, p.division_number, p.department_number
        from core.members m
        join core.holdings h on h.company_id = m.company_id and h.user_id = m.user_id and h.until is null
        join core.positions p on p.company_id = h.company_id and p.id = h.position_id and p.archived_at is null
        where m.company_id = core.company_id() and m.user_id = $1 and m.left_at is null
        order by p.number
        """;

    private const string Write = """
        insert into core.audit (company_id, id, at, user_id, position_id, act, before, after)
        values (core.company_id(), $1, $2, $3, $4, $5, $6::jsonb, $7::jsonb)
        """;

    /// <summary>Nobody, and who is no active member, has none.</summary>
    public Task<ActingRights> FindRightsAsync(CancellationToken cancellationToken) =>
        work.Acting.User is { } user ? FindRightsAsync(user, cancellationToken) : Task.FromResult(new ActingRights([]));

    public async Task<ActingRights> FindRightsAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var reader = await work.Batch().Add(Posts, Sql.Value(user.Value)).ReadAsync(cancellationToken);
        var posts = new List<ActorPost>();
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(new()
            {
                Id = new(reader.GetGuid(0)),
                Number = reader.GetInt32(1),
                Kind = ChartTable.KindOf(reader.GetString(2)),
                DivisionNumber = reader.GetInt16(3),
                DepartmentNumber = reader.GetValue(4) is short department ? department : null,
            });
        }

        return new(posts);
    }

    /// <summary>Writes down what was done.</summary>
    /// <param name="act">What, for example <c>post.appointed</c>.</param>
    /// <param name="from">The position acted from; null for somebody without any.</param>
    /// <param name="before">What was; null for nothing.</param>
    /// <param name="after">What is now; null for nothing.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task NoteAsync(string act, ActorPost? from, IReadOnlyDictionary<string, string?>? before, IReadOnlyDictionary<string, string?>? after, CancellationToken cancellationToken) =>
        work.Batch().Add(
            Write,
            Sql.Value(Guid.CreateVersion7(work.Now)),
            Sql.Value(work.Now),
            Sql.Optional(work.Acting.User?.Value),
            Sql.Optional(from?.Id.Value),
            Sql.Value(act),
            Sql.Optional(Json(before)),
            Sql.Optional(Json(after)))
            .ExecuteAsync(cancellationToken);

    /// <summary>Writes down what was refused.</summary>
    public Task DenyAsync(string act, string target, CancellationToken cancellationToken) =>
        NoteAsync($"denied:{act}", from: null, before: null, new Dictionary<string, string?>(StringComparer.Ordinal) { ["target"] = target }, cancellationToken);

    private static string? Json(IReadOnlyDictionary<string, string?>? facts) => facts is null ? null : JsonSerializer.Serialize(facts);
}
