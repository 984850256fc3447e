namespace DrAivBot.Testing;

/// <summary>Places of Russia and its neighbours whose clocks stay the same all year, which tests of zones have in common.</summary>
internal static class FixedZones
{
    /// <summary>By IANA zone, hours before UTC.</summary>
    public static IReadOnlyDictionary<string, int> Hours { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Europe/Kaliningrad"] = 2,
        ["Europe/Moscow"] = 3,
        ["Europe/Minsk"] = 3,
        ["Europe/Samara"] = 4,
        ["Asia/Baku"] = 4,
        ["Asia/Yerevan"] = 4,
        ["Asia/Tbilisi"] = 4,
        ["Asia/Yekaterinburg"] = 5,
        ["Asia/Almaty"] = 5,
        ["Asia/Tashkent"] = 5,
        ["Asia/Dushanbe"] = 5,
        ["Asia/Ashgabat"] = 5,
        ["Asia/Omsk"] = 6,
        ["Asia/Bishkek"] = 6,
        ["Asia/Novosibirsk"] = 7,
        ["Asia/Krasnoyarsk"] = 7,
        ["Asia/Irkutsk"] = 8,
        ["Asia/Yakutsk"] = 9,
        ["Asia/Vladivostok"] = 10,
        ["Asia/Magadan"] = 11,
        ["Asia/Kamchatka"] = 12,
    };
}
