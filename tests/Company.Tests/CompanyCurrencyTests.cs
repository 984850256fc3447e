using DrAivBot.Company.Registration;

namespace DrAivBot.Company.Tests;

public sealed class CompanyCurrencyTests
{
    [Theory]
    [InlineData("Asia/Almaty", "KZT")]
    [InlineData("Europe/Minsk", "BYN")]
    [InlineData("Asia/Vladivostok", "RUB")]
    [InlineData("Europe/Berlin", "EUR")]
    public void The_currency_of_the_zones_country_is_offered_first(string zone, string currency) =>
        Assert.Equal(currency, CompanyCurrency.For(zone)[0]);

    [Fact]
    public void Every_currency_is_offered_once_whatever_the_zone() =>
        Assert.All(CompanyZone.All, zone => Assert.Equal(
            CompanyCurrency.All.Order(StringComparer.Ordinal), CompanyCurrency.For(zone.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void An_unknown_zone_still_offers_them_all() => Assert.Equal(CompanyCurrency.All, CompanyCurrency.For(null));

    [Fact]
    public void A_currency_is_named_in_the_users_language()
    {
        Assert.Equal("KZT · казахстанский тенге", CompanyCurrency.Label(CompanyTexts.Russian, "KZT"));
        Assert.All(CompanyCurrency.All, code => Assert.StartsWith(code + " · ", CompanyCurrency.Label(CompanyTexts.English, code), StringComparison.Ordinal));
    }
}
