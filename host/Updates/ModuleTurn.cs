using System.Data.Common;
using System.Text;
using System.Text.Json;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>A turn as one module sees it: its own texts, its own database role, its own session slots.</summary>
internal sealed class ModuleTurn(TurnState state, LoadedModule module, IText text) : ITurn
{
    private const int MaxSlotBytes = 16 * 1024;

    /// <summary>The whole turn, for the host's own screens.</summary>
    public TurnState State => state;

    public TurnUser User => new()
    {
        Id = new(state.User.Id),
        Name = state.User.Name,
        Language = state.Language.Code,
        TimeZone = text.TimeZone,
    };

    public Member? Member => state.Member;

    public IText Text => text;

    public DateTimeOffset StartedAt => state.StartedAt;

    public bool May(string permission) => state.May(permission);

    public ValueTask<DbConnection> GetConnectionAsync(CancellationToken cancellationToken) =>
        new(new TurnConnection(state.Database, module.Manifest.Id));

    public void WriteAtEnd(string sql, params ReadOnlySpan<object?> values) =>
        state.Database.WriteAtEnd(module.Manifest.Id, sql, values);

    public T GetSlot<T>()
        where T : class, new()
    {
        var slot = FindSlot<T>();
        try
        {
            return state.Session.Data.Slots.TryGetValue(slot.Key, out var json)
                ? (T?)JsonSerializer.Deserialize(json, slot.Json) ?? new()
                : new();
        }
        catch (JsonException)
        {
            // Another version of the module wrote it, and nobody upgraded it: the user begins anew instead of failing for good.
            return new();
        }
    }

    public void SetSlot<T>(T? value)
        where T : class, new()
    {
        var slot = FindSlot<T>();
        if (value is null)
        {
            state.Session.Data.Slots.Remove(slot.Key);
            return;
        }

        var json = JsonSerializer.Serialize(value, slot.Json);
        if (Encoding.UTF8.GetByteCount(json) > MaxSlotBytes)
        {
            throw new InvalidOperationException($"Session slot '{slot.Key}' is larger than 16 KiB. Keep ids in the session and the rest in a table.");
        }

        state.Session.Data.Slots[slot.Key] = json;
    }

    private SlotRegistration FindSlot<T>() =>
        state.Routes.FindSlot(typeof(T)) is { } slot && slot.Module == module
            ? slot
            : throw new InvalidOperationException($"Module '{module.Manifest.Id}' has no session slot of type {typeof(T).Name}. Declare it with AddSessionSlot<{typeof(T).Name}>(\"id\").");
}
