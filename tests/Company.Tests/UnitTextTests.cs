using DrAivBot.Company.OrgChart;

namespace DrAivBot.Company.Tests;

public sealed class UnitTextTests
{
    [Theory]
    [InlineData("Административное отделение", "Административное")]
    [InlineData("Отделение построения (персонал и коммуникации)", "Построения")]
    [InlineData("Отделение качества и квалификации", "Качества и квалификации")]
    [InlineData("Магазины", "Магазины")]
    [InlineData("Отделение", "Отделение")]
    public void A_row_of_divisions_does_not_repeat_the_word_division(string name, string shown) =>
        Assert.Equal(shown, UnitText.ShortName(CompanyTexts.Russian, name));

    [Fact]
    public void In_English_the_word_stands_at_the_end() =>
        Assert.Equal("People & Communications", UnitText.ShortName(CompanyTexts.English, "People & Communications Division"));

    [Theory]
    [InlineData(0, 1, "👥 Занято <b>0</b> из 1 поста")]
    [InlineData(1, 3, "👥 Занято <b>1</b> из 3 постов")]
    [InlineData(1, 21, "👥 Занято <b>1</b> из 21 поста")]
    [InlineData(5, 25, "👥 Занято <b>5</b> из 25 постов")]
    public void Filled_posts_are_counted_in_correct_Russian(int filled, int count, string said) =>
        Assert.Equal(said, UnitText.Filled(CompanyTexts.Russian, filled, count).Html);

    [Fact]
    public void A_post_says_who_holds_it_or_that_it_is_vacant()
    {
        Assert.Equal("вакантно", UnitText.Holder(CompanyTexts.Russian, null));
        Assert.Equal("Анна, временно", UnitText.Holder(CompanyTexts.Russian, PaperChart.Anna with { IsTemporary = true }));
        Assert.Equal("Анна", UnitText.Holder(CompanyTexts.Russian, PaperChart.Anna));
    }
}
