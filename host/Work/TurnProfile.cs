using DrAivBot.Host.Database;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Work;

/// <summary>What the person who acts has chosen for themselves.</summary>
internal sealed class TurnProfile(ModuleWork work) : IOwnProfile
{
    private const string Read = """
        select u.language, u.time_zone, (select c.time_zone from core.companies c where c.company_id = core.company_id()) from core.users u where u.id = $1
        """;

    private UserId User => work.User ?? throw new InvalidOperationException("A profile belongs to a person: ask for it in a turn, not in a job.");

    public async Task<OwnProfile> ReadAsync(CancellationToken cancellationToken)
    {
        await using var reader = await work.Database.CreateHostBatch().Add(Read, Sql.Value(User.Value)).ReadAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new() { Language = Sql.TextOrNull(reader, 0), TimeZone = Sql.TextOrNull(reader, 1), CompanyTimeZone = Sql.TextOrNull(reader, 2) }
            : new();
    }

    public async Task<bool> ChooseLanguageAsync(string language, CancellationToken cancellationToken)
    {
        if (Language.All.FirstOrDefault(known => known.Code == language) is not { } chosen)
        {
            return false;
        }

        await work.Database.CreateHostBatch()
            .Add("update core.users set language = $1 where id = $2", Sql.Value(chosen.Code), Sql.Value(User.Value))
            .ExecuteAsync(cancellationToken);
        work.Language = chosen;
        work.Changes?.ChooseLanguage(chosen);
        return true;
    }

    public async Task<bool> ChooseTimeZoneAsync(string? timeZone, CancellationToken cancellationToken)
    {
        if (timeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            return false;
        }

        await work.Database.CreateHostBatch()
            .Add("update core.users set time_zone = $1 where id = $2", Sql.Optional(timeZone), Sql.Value(User.Value))
            .ExecuteAsync(cancellationToken);
        work.Changes?.ChooseTimeZone(timeZone, timeZone ?? (await ReadAsync(cancellationToken)).CompanyTimeZone);
        return true;
    }
}
