using System.Data.Common;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Company.Tests;

/// <summary>A turn without a host around it.</summary>
internal sealed class PaperTurn(IText text) : ITurn
{
    private readonly Dictionary<Type, object> _slots = [];

    public TurnUser User { get; init; } = new() { Id = PaperChart.Anna.UserId, Name = "Анна", Language = "ru", TimeZone = TimeZoneInfo.Utc };

    public Member? Member { get; init; } = new() { CompanyId = new(Guid.NewGuid()), CompanyName = "Ветер & <Ко>", Role = CompanyRoles.Owner };

    public IText Text => text;

    public DateTimeOffset StartedAt { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public bool May(string permission) => Member is not null;

    public ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public void WriteAtEnd(string sql, params ReadOnlySpan<object?> values) => throw new NotSupportedException();

    public T GetSlot<T>()
        where T : class, new() => _slots.TryGetValue(typeof(T), out var slot) ? (T)slot : new();

    public void SetSlot<T>(T? value)
        where T : class, new() => _slots[typeof(T)] = value ?? new();
}
