using System.Collections.Frozen;
using System.Globalization;

namespace DrAivBot.Host.Texts;

/// <summary>One of the two languages of the product.</summary>
internal sealed class Language
{
    /// <summary>
    /// Languages of countries and regions where Russian is commonly read as a second language: their speakers are
    /// greeted in Russian, and everybody can switch with one tap. All others are greeted in English.
    /// </summary>
    private static readonly FrozenSet<string> ReadsRussian = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ru", "be", "uk", "kk", "ky", "tg", "tk", "uz", "hy", "az", "ab", "os", "tt", "ba", "cv", "ce", "sah", "udm", "kv", "mhr", "av");

    private Language(string code, CultureInfo culture, params IReadOnlyList<PluralCategory> categories)
    {
        Code = code;
        Culture = culture;
        Categories = categories;
    }

    public static Language Russian { get; } = new(
        "ru", LanguageCulture.Russian, PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other);

    public static Language English { get; } = new(
        "en", LanguageCulture.English, PluralCategory.One, PluralCategory.Other);

    public static IReadOnlyList<Language> All { get; } = [Russian, English];

    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public string Code { get; }

    public CultureInfo Culture { get; }

    /// <summary>The plural forms a text with a count needs.</summary>
    public IReadOnlyList<PluralCategory> Categories { get; }

    /// <summary>The language for a language tag as Telegram or the database gives it (<c>ru</c>, <c>kk-KZ</c>, null).</summary>
    public static Language For(string? tag)
    {
        var primary = (tag ?? "").Split('-', '_')[0];
        return ReadsRussian.Contains(primary) ? Russian : English;
    }

    public override string ToString() => Code;
}
