using System.Data.Common;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>A turn of a guest, with texts and without a database.</summary>
internal sealed class TestTurn(TextCatalogue own, Language? language = null) : ITurn
{
    private static readonly TextCatalogue Core = TextCatalogue.LoadCore();

    public TurnUser User { get; } = new() { Id = new(Guid.Empty), Name = "Гость", Language = "ru", TimeZone = TimeZoneInfo.Utc };

    public Member? Member => null;

    public IText Text { get; } = new ModuleText(own, Core, language ?? Language.Russian);

    public DateTimeOffset StartedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public bool May(string permission) => false;

    public ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("A dialog of these tests has no database.");

    public void WriteAtEnd(string sql, params ReadOnlySpan<object?> values) => throw new NotSupportedException();

    public T GetSlot<T>()
        where T : class, new() => new();

    public void SetSlot<T>(T? value)
        where T : class, new()
    {
    }
}
