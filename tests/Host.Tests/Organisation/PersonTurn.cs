using System.Data.Common;
using DrAivBot.Host.Organisation;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>A turn of a person, as far as the organisation looks at it.</summary>
internal sealed class PersonTurn(Person person, ActiveCompany active, DateTimeOffset startedAt) : ITurn
{
    public TurnUser User { get; } = new() { Id = person.Id, Name = person.Name, Language = person.Language, TimeZone = TimeZoneInfo.Utc };

    public Member? Member => active.Member;

    public DateTimeOffset StartedAt => startedAt;

    public IText Text => throw new NotSupportedException();

    public bool May(string permission) => throw new NotSupportedException();

    public ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public T GetSlot<T>()
        where T : class, new() => throw new NotSupportedException();

    public void SetSlot<T>(T? value)
        where T : class, new() => throw new NotSupportedException();
}
