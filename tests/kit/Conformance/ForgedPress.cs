using System.Reflection;
using System.Text.Json;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Testing.Conformance;

/// <summary>A press that no button offers: any route with any id, sealed with the host's own key, so that only the database and the module stand in its way.</summary>
internal sealed class ForgedPress(TestHost host, ChatUser attacker)
{
    /// <summary>Whether a route can name a row of another company at all: its press holds an id, or a text that may be one.</summary>
    public static bool CarriesId(Route route) => (route.DataType.GetConstructors().SingleOrDefault()?.GetParameters() ?? [])
        .Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
        .Any(type => type == typeof(string) || type == typeof(Guid) || (type.IsValueType && type.GetConstructor([typeof(Guid)]) is not null));

    /// <summary>Presses, and tells what the attacker sees, the id written as (id). Several ids are given by the types of what they name.</summary>
    /// <returns>Null when the press does not fit into a button.</returns>
    public async Task<string?> PressAsync(Route route, object id)
    {
        await attacker.SayAsync("/menu");
        using var session = JsonDocument.Parse((await host.QueryAsync<string>("select data::text from core.sessions where telegram_id = $1", attacker.Id))!);
        var company = await host.QueryAsync<Guid?>("select company_id from core.sessions where telegram_id = $1", attacker.Id);
        var press = route.Tag + route.Shape.Encode(Forge(route.DataType, id));
        if (System.Text.Encoding.UTF8.GetByteCount(press) > CallbackSeal.MaxPressBytes)
        {
            return null;
        }

        await attacker.PressDataAsync(host.Services.GetRequiredService<CallbackSeal>().Close(
            new(host.Chat.BotId, attacker.Id, attacker.Id, company), session.RootElement.GetProperty("screenNumber").GetInt32(), press));
        return Seen(id);
    }

    /// <summary>Opens a deep link, and tells what the attacker sees.</summary>
    public async Task<string> OpenAsync(string prefix, Guid id)
    {
        await attacker.SayAsync("/menu");
        await attacker.StartAsync($"{prefix}{id:N}");
        return Seen(id);
    }

    private string Seen(object id)
    {
        var seen = $"{attacker.Toast}\n{attacker.Screen.Text}\n{string.Join('|', attacker.Screen.Buttons.Select(button => button.Text))}";
        return Ids(id).Aggregate(seen, (words, one) => words
            .Replace(one.ToString()!, "(id)", StringComparison.OrdinalIgnoreCase)
            .Replace(one is Guid guid ? guid.ToString("N") : one.ToString()!, "(id)", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<object> Ids(object id) => id is IReadOnlyDictionary<Type, Guid> several ? several.Values.Cast<object>() : [id];

    private static object Forge(Type type, object id)
    {
        var constructor = type.GetConstructors().SingleOrDefault();
        return constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter, id))]);
    }

    private static object? Value(ParameterInfo parameter, object id)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return (type, id) switch
        {
            (_, IReadOnlyDictionary<Type, Guid> several) when several.TryGetValue(type, out var one) => type == typeof(Guid) ? one : type.GetConstructor([typeof(Guid)])!.Invoke([one]),
            (_, Guid) when type == typeof(Guid) => id,
            (_, Guid guid) when type.GetConstructor([typeof(Guid)]) is { } constructor => constructor.Invoke([guid]),
            (_, int number) when type == typeof(int) || type == typeof(long) => Convert.ChangeType(number, type, null),
            _ when type == typeof(string) => id is Guid guid ? guid.ToString("N") : id.ToString(),
            _ when type == typeof(int) => parameter.Name == "Page" ? 0 : 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type.IsValueType => Activator.CreateInstance(type),
            _ => null,
        };
    }
}
