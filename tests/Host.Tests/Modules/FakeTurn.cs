using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Modules;

internal sealed class FakeTurn : ITurn
{
    public TurnUser User { get; } = new()
    {
        Id = new UserId(Guid.Empty),
        Name = "Anna",
        Language = "en",
        TimeZone = TimeZoneInfo.Utc,
    };

    public Member? Member => null;

    public IText Text => throw new NotSupportedException();

    public DateTimeOffset StartedAt => DateTimeOffset.UnixEpoch;

    public bool May(string permission) => false;

    public ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public void WriteAtEnd(string sql, params ReadOnlySpan<object?> values) => throw new NotSupportedException();

    public T GetSlot<T>()
        where T : class, new() => new();

    public void SetSlot<T>(T? value)
        where T : class, new()
    {
    }
}
