namespace DrAivBot.Host.Texts;

/// <summary>
/// The cardinal plural rules of CLDR for Russian and English. The visible fraction digits of a number count: 1 is
/// <c>one</c>, 1.0 is <c>other</c>; a <see cref="decimal"/> carries them as its scale. The sign does not count.
/// </summary>
internal static class PluralRules
{
    public static PluralCategory Choose(Language language, decimal number)
    {
        if (number.Scale > 0)
        {
            return PluralCategory.Other;
        }

        var absolute = decimal.Abs(number);
        return language == Language.Russian ? ChooseRussian(absolute) : ChooseEnglish(absolute);
    }

    private static PluralCategory ChooseEnglish(decimal whole) =>
        whole == 1 ? PluralCategory.One : PluralCategory.Other;

    private static PluralCategory ChooseRussian(decimal whole)
    {
        var lastTwo = (int)(whole % 100);
        return (lastTwo % 10, lastTwo) switch
        {
            (_, >= 11 and <= 14) => PluralCategory.Many,
            (1, _) => PluralCategory.One,
            ( >= 2 and <= 4, _) => PluralCategory.Few,
            _ => PluralCategory.Many,
        };
    }
}
