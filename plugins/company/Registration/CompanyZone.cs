using System.Globalization;
using DrAivBot.Texts;

namespace DrAivBot.Company.Registration;

/// <summary>A time zone a company can choose, with the currency of its country, which is offered first.</summary>
internal sealed record CompanyZone(string Id, string Currency)
{
    /// <summary>From west to east within each group: Russia and its neighbours, then other places people work from.</summary>
    public static IReadOnlyList<CompanyZone> All { get; } =
    [
        new("Europe/Kaliningrad", "RUB"), new("Europe/Moscow", "RUB"), new("Europe/Samara", "RUB"),
        new("Asia/Yekaterinburg", "RUB"), new("Asia/Omsk", "RUB"), new("Asia/Novosibirsk", "RUB"),
        new("Asia/Krasnoyarsk", "RUB"), new("Asia/Irkutsk", "RUB"), new("Asia/Yakutsk", "RUB"),
        new("Asia/Vladivostok", "RUB"), new("Asia/Magadan", "RUB"), new("Asia/Kamchatka", "RUB"),
        new("Europe/Minsk", "BYN"), new("Europe/Kyiv", "UAH"), new("Europe/Chisinau", "MDL"),
        new("Asia/Tbilisi", "GEL"), new("Asia/Yerevan", "AMD"), new("Asia/Baku", "AZN"),
        new("Asia/Almaty", "KZT"), new("Asia/Tashkent", "UZS"), new("Asia/Bishkek", "KGS"),
        new("Asia/Dushanbe", "TJS"), new("Asia/Ashgabat", "TMT"),
        new("Europe/London", "GBP"), new("Europe/Berlin", "EUR"), new("Europe/Warsaw", "PLN"),
        new("Europe/Riga", "EUR"), new("Europe/Istanbul", "TRY"), new("Asia/Jerusalem", "ILS"),
        new("Asia/Dubai", "AED"), new("Asia/Shanghai", "CNY"), new("America/New_York", "USD"),
    ];

    public string TextKey => "company.zone." + Id[(Id.LastIndexOf('/') + 1)..].ToLowerInvariant();

    public static CompanyZone? Find(string? id) => All.FirstOrDefault(zone => string.Equals(zone.Id, id, StringComparison.Ordinal));

    /// <summary>For example «Москва · UTC+3»; null when this machine does not know the zone.</summary>
    public string? Label(IText text, DateTimeOffset now) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Id, out var zone) ? $"{text.Get(TextKey)} · {Offset(zone.GetUtcOffset(now))}" : null;

    /// <summary>For example «Москва +3»: two stand in a row of a phone without being cut.</summary>
    public string? ShortLabel(IText text, DateTimeOffset now) => Label(text, now)?.Replace(" · UTC", " ", StringComparison.Ordinal);

    public static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? "−" : "+";
        var format = offset.Minutes == 0 ? "%h" : "h\\:mm";
        return $"UTC{sign}{offset.Duration().ToString(format, CultureInfo.InvariantCulture)}";
    }
}
