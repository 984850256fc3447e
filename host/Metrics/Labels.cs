using System.Text.Json;

namespace DrAivBot.Host.Metrics;

/// <summary>The words of an enumeration as label values, in snake case and made once.</summary>
internal static class Labels<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Words = Enum.GetValues<TEnum>()
        .ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    public static string Of(TEnum value) => Words[value];
}
