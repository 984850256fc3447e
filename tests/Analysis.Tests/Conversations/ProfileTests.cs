using DrAivBot.Analysis.Profile;

namespace DrAivBot.Analysis.Tests.Conversations;

/// <summary>What need not be said is asked for politely, and what was said can be taken back.</summary>
public sealed class ProfileTests(AnalysisHost analysis) : IClassFixture<AnalysisHost>
{
    [Theory]
    [InlineData("en", "Retail", "Mixed", "⏭ Skip", "Keep: 12", "Age, years: not given", "Monthly revenue: 1,500,000", "Fixed monthly costs: not given")]
    [InlineData("ru", "Розница", "Смешанная", "⏭ Не отвечать", "Оставить: 12", "Возраст, лет: не указано", "Выручка в месяц: 1\u00A0500\u00A0000", "Постоянные расходы в месяц: не указано")]
    public async Task Numbers_that_need_not_be_said_are_left_out_by_a_button_and_a_number_that_is_there_is_kept_by_one(
        string language, string industry, string model, string skip, string keep, string age, string revenue, string costs)
    {
        var firm = await analysis.FoundAsync("Profile " + language, language);
        var anna = firm.Owner;
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🚀");
        await anna.PressAsync(industry);
        await anna.PressAsync(model);
        await anna.SayAsync("Kitchens");
        Assert.False(anna.Screen.HasButton(skip));
        await anna.SayAsync("1,500");
        Assert.True(anna.Screen.HasButton(skip));
        Assert.DoesNotContain("—", anna.Screen.Text, StringComparison.Ordinal);
        Assert.False(anna.Screen.HasButton("—"));

        await anna.SayAsync("12");
        await anna.PressAsync("◀️");
        Assert.True(anna.Screen.HasButton(keep));
        await anna.PressAsync(skip);
        await anna.PressAsync("RUB");
        await anna.SayAsync("1,500,000");
        await anna.PressAsync(skip);
        await anna.SayAsync("Grow twice");
        Walk.Has(anna, "500", age, revenue, costs);

        await anna.PressAsync("✅");
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🚀");
        Walk.Has(anna, age, revenue, costs);
    }

    [Theory]
    [InlineData("en", "🗑 Remove the comment", "The comment is removed.")]
    [InlineData("ru", "🗑 Убрать комментарий", "Комментарий убран.")]
    public async Task A_comment_on_an_answer_can_be_removed_and_the_answer_stays(string language, string remove, string removed)
    {
        var firm = await analysis.FoundAsync("Comments " + language, language);
        var anna = firm.Owner;
        await Walk.ExpressAsync(anna);
        await anna.PressAsync("💬");
        Assert.False(anna.Screen.HasButton(remove));
        await anna.SayAsync("Only in summer");
        Walk.Has(anna, "💬 Only in summer");
        await anna.PressAsync("💬");
        await anna.PressAsync(remove);
        Assert.Equal(removed, anna.Toast);
        Walk.HasNot(anna, "Only in summer");
        Assert.Equal(0, await CountAsync(firm, "true"));

        await anna.PressAsync("3 · ");
        await anna.PressAsync("‹");
        await anna.PressAsync("💬");
        await anna.SayAsync("Only in winter");
        await anna.PressAsync("💬");
        var (asked, press) = (anna.Screen, anna.Screen.Button(remove).Data!);
        await anna.PressAsync(remove);
        Assert.True(anna.Screen.HasButton("✓ 3 · "));
        await anna.PressDataAsync(press, asked);
        Assert.Equal(1, await CountAsync(firm, "a.kind = 0 and a.value = '3' and a.comment is null"));
        Assert.Equal(1, await CountAsync(firm, "true"));
    }

    [Theory]
    [InlineData("1 500", 1500)]
    [InlineData("1500,5", 1500.5)]
    [InlineData("12,5", 12.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("1,500", 1500)]
    [InlineData("1,500,000.25", 1_500_000.25)]
    public void Numbers_are_read_as_people_type_them_in_either_language(string typed, double number) => Assert.Equal((decimal)number, TypedNumber.Parse(typed));

    [Theory]
    [InlineData("1,50,000")]
    [InlineData("1.500.000")]
    [InlineData(",")]
    [InlineData("1,500,")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(TypedNumber.Parse(typed));

    private async Task<long> CountAsync(DrAivBot.Testing.TestCompany firm, string condition) => await analysis.Host.QueryAsync<long>(
        $"select count(*) from analysis.answers a where a.company_id = $1 and {condition}", firm.Id);
}
