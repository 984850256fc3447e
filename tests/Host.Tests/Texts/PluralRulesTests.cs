using System.Globalization;
using CsCheck;
using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Texts;

public sealed class PluralRulesTests
{
    /// <summary>Samples as CLDR lists them for each category, the visible zeros of fractions included.</summary>
    public static TheoryData<string, string, string> Samples() => new()
    {
        { "ru", "one", "1 21 31 41 51 61 71 81 101 1001" },
        { "ru", "few", "2 3 4 22 23 24 32 33 34 42 43 44 52 53 54 62 102 1002" },
        { "ru", "many", "0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 100 111 112 114 1000 1011 10000 100000 1000000" },
        { "ru", "other", "0.0 0.1 0.5 1.0 1.5 2.0 5.0 10.0 21.0 100.0 1000.0 10000.0 100000.0 1000000.0" },
        { "en", "one", "1" },
        { "en", "other", "0 2 3 4 5 10 11 16 21 100 101 1000 10000 1000000 0.0 0.1 1.0 1.5 10.0 100.0" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_number_gets_the_plural_category_of_CLDR(string language, string category, string numbers)
    {
        foreach (var number in numbers.Split(' '))
        {
            var value = decimal.Parse(number, CultureInfo.InvariantCulture);

            Assert.Equal(category, Choose(language, value));
            Assert.Equal(category, Choose(language, -value));
        }
    }

    [Fact]
    public void Only_the_last_two_digits_and_the_sign_free_value_decide_in_Russian() =>
        Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Long[0, 1_000_000]).Sample((whole, hundreds) =>
            Choose("ru", whole) == Choose("ru", whole + (hundreds * 100)) && Choose("ru", whole) == Choose("ru", -whole));

    [Fact]
    public void A_whole_number_never_gets_a_category_its_language_lacks() =>
        Gen.Long.Sample(number => Choose("ru", number) != "other" && Choose("en", number) is "one" or "other");

    [Fact]
    public void A_visible_fraction_digit_always_gives_other() =>
        Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Int[1, 9]).Sample((unscaled, digits) =>
        {
            var number = new decimal((int)Math.Abs(unscaled), 0, 0, unscaled < 0, (byte)digits);
            return Choose("ru", number) == "other" && Choose("en", number) == "other";
        });

    private static string Choose(string language, decimal number) =>
        PluralRules.Choose(Language.For(language), number).ToString().ToLowerInvariant();
}
