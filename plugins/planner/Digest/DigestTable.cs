using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Planner.Digest;

/// <summary>What people chose for their mornings.</summary>
internal sealed class DigestTable(IWork work)
{
    public async Task<DigestSetting> FindAsync(UserId person, CancellationToken cancellationToken) =>
        await work.FindAsync("select is_on, extract(epoch from at)::int from planner.digests where user_id = $1", [person.Value], reader => Read(reader, 0), cancellationToken) ?? new();

    /// <summary>Of everybody who chose; all others have the default.</summary>
    public async Task<IReadOnlyDictionary<UserId, DigestSetting>> ListAsync(CancellationToken cancellationToken) =>
        (await work.ListAsync("select user_id, is_on, extract(epoch from at)::int from planner.digests", [], reader => (Id: reader.GetGuid(0), Setting: Read(reader, 1)), cancellationToken))
            .ToDictionary(row => new UserId(row.Id), row => row.Setting);

    public Task<int> SaveAsync(UserId person, DigestSetting setting, CancellationToken cancellationToken) => work.ExecuteAsync(
        """
        insert into planner.digests (user_id, is_on, at) values ($1, $2, $3)
        on conflict (company_id, user_id) do update set is_on = excluded.is_on, at = excluded.at
        """,
        [person.Value, setting.IsOn, setting.At],
        cancellationToken);

    private static DigestSetting Read(DbDataReader reader, int column) =>
        new() { IsOn = reader.GetBoolean(column), At = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(reader.GetInt32(column + 1))) };
}
