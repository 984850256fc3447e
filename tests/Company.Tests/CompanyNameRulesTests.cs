using DrAivBot.Company.Registration;
using DrAivBot.Organisation;

namespace DrAivBot.Company.Tests;

public sealed class CompanyNameRulesTests
{
    [Theory]
    [InlineData("A", "short")]
    [InlineData("👩‍👩‍👧", "short")]
    [InlineData("2026", "letter")]
    [InlineData("«!»", "letter")]
    [InlineData("Ветер\tСевер", "control")]
    public void Each_refusal_has_its_own_reason(string name, string reason) =>
        Assert.Equal("company.registration.name." + reason, CompanyNameRules.RefusalKey(name));

    [Fact]
    public void A_name_of_121_characters_is_too_long_and_one_of_120_is_not()
    {
        Assert.Equal("company.registration.name.long", CompanyNameRules.RefusalKey(new string('я', 121)));
        Assert.Null(CompanyNameRules.RefusalKey(new string('я', 120)));
    }

    [Theory]
    [InlineData("Ях")]
    [InlineData("Студия 24")]
    [InlineData("<b>ООО & Ко</b>")]
    [InlineData("北京公司")]
    public void Any_other_name_is_good(string name)
    {
        Assert.Null(CompanyNameRules.RefusalKey(name));
        Assert.True(CompanyName.IsValid(name));
    }
}
