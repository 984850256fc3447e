using DrAivBot.Analysis.Scoring;
using DrAivBot.Analysis.Tests.Scoring;
using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests.Conversations;

/// <summary>What the analysis promises, sentence by sentence.</summary>
public sealed class AcceptanceTests(AnalysisHost analysis) : IClassFixture<AnalysisHost>
{
    private static readonly IReadOnlyList<GivenAnswer> Best = Case("all_best");
    private static readonly IReadOnlyList<GivenAnswer> Mixed = Case("mixed_with_not_applicable_dont_know_and_skips");

    private TestHost Host => analysis.Host;

    [Fact]
    public async Task Each_answer_is_saved_before_the_next_question_and_after_a_restart_or_two_weeks_the_assessment_resumes_at_the_first_unanswered_question()
    {
        var firm = await analysis.FoundAsync("Resumed");
        var anna = firm.Owner;
        await Walk.FullAsync(anna);
        await anna.PressAsync("✍️");
        Walk.Has(anna, "Division 1 · Department 1 · question 1/7 · 1/147 in all");
        await anna.PressAsync("✅ Yes");
        Walk.Has(anna, "question 2/7 · 2/147");
        Assert.Equal("yes", await AnswerAsync(firm, "D01Q1"));
        await anna.PressAsync("About 75%");
        await anna.PressAsync("✅ Yes");
        Walk.Has(anna, "question 4/7 · 4/147", "Write a number from 0 to 730 (calendar days)");

        await Host.RestartAsync();
        await anna.SayAsync("21");
        Walk.Has(anna, "question 5/7 · 5/147");
        Assert.Equal("21", await AnswerAsync(firm, "D01Q4"));

        await anna.PressAsync("⏭");
        Walk.Has(anna, "question 6/7");
        await Host.AdvanceAsync(TimeSpan.FromDays(14));
        await Host.RestartAsync();
        await anna.SayAsync("/menu");
        await anna.PressAsync("📊 7×21 analysis");
        await anna.PressAsync("▶️ Continue at question 6");
        Walk.Has(anna, "question 6/7 · 6/147");
    }

    [Fact]
    public async Task An_answer_can_be_changed_until_it_is_finished_and_afterwards_the_assessment_is_read_only()
    {
        var firm = await analysis.FoundAsync("Changed");
        var (anna, egor) = (firm.Owner, await firm.HireAsync("Egor", position: 19));
        await Walk.ExpressAsync(anna);
        await anna.PressAsync("0 · ");
        await anna.PressAsync("‹ Previous");
        Assert.True(anna.Screen.HasButton("✓ 0 · "));
        await anna.PressAsync("4 · ");
        Assert.Equal("4", await AnswerAsync(firm, "D01Q6"));
        await Walk.AnswerAllAsync(anna, Walk.Like(Case("express")));
        await anna.PressAsync("1 · 3/3");
        var question = anna.Screen.Button("1.6");
        await anna.PressAsync("1.6");
        await egor.SayAsync("/analysis");
        await egor.PressAsync("1 · 3/3");
        await egor.PressAsync("1.6");
        var (old, data) = (anna.Screen, anna.Screen.Button("1 · ").Data!);
        await anna.PressAsync("⏸");
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("✅ Finish the analysis");
        Walk.HasTold(anna, "Result of the analysis", "express");

        await anna.PressDataAsync(data, old);
        await anna.PressDataAsync(question.Data!);
        await egor.PressAsync("1 · ");
        Assert.Equal("4", await AnswerAsync(firm, "D01Q6"));
        await anna.SayAsync("/analysis");
        Assert.False(anna.Screen.HasButton("Continue"));
    }

    [Fact]
    public async Task One_open_assessment_per_company_a_respondent_sees_only_assigned_divisions_the_executive_all_a_head_only_own_results_employees_nothing()
    {
        var firm = await analysis.FoundAsync("Shared");
        var (anna, egor) = (firm.Owner, await firm.HireAsync("Egor", position: 19));
        var (boris, vera) = (await firm.HireAsync("Boris"), await firm.HireAsync("Vera"));
        var olga = await analysis.HireHeadAsync(firm, "Olga", division: 2);
        await Walk.ProfileAsync(egor);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🚀");
        await anna.PressAsync("✅ All right, go on");
        await anna.PressAsync("📋");
        await anna.PressAsync("3 · Finance");
        await anna.SayAsync("Boris");
        await anna.PressAsync("Boris");
        await anna.PressAsync("✅ Done");
        Assert.True(anna.Screen.HasButton("3 · Finance: Boris"));
        await anna.PressAsync("👥 Ask the heads");
        Assert.True(anna.Screen.HasButton("2 · Commercial: Olga"));
        await analysis.ToldAsync(boris, "asked to answer", "division 3 · Finance");

        await egor.PressAsync("⚡");
        await egor.SayAsync("/analysis");
        Assert.True(egor.Screen.HasButton("7 · 0/21"));
        Assert.False(egor.Screen.HasButton("🚀"));
        Assert.Equal(1, await Host.QueryAsync<long>("select count(*) from analysis.assessments where company_id = $1", firm.Id));

        await boris.PressAsync("✍️ Answer");
        Walk.HasNot(boris, "Commercial", "Executive");
        await boris.PressAsync("▶️");
        Walk.Has(boris, "Division 3 · Department 7 · question 1/7 · 43/147");
        await boris.PressAsync("✅ Yes");
        await egor.SayAsync("/analysis");
        await egor.PressAsync("3 · 1/21");
        Assert.True(egor.Screen.HasButton("✅ 7.1"));

        await vera.SayAsync("/analysis");
        Walk.Has(vera, "Questions will appear here");
        Walk.HasNot(vera, "/21");

        await Walk.WriteAsync(Host, firm, Mixed);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("✅ Finish the analysis");
        Walk.HasTold(anna, "52 %", "2 · Commercial");
        await olga.SayAsync("/analysis");
        await olga.PressAsync("🏁");
        Walk.Has(olga, "40 %", "2 · Commercial", "Marketing");
        Walk.HasNot(olga, "Company:", "Finance", "Personnel", "Weak points");
        Assert.False(olga.Screen.HasButton("Excel"));
        await vera.SayAsync("/analysis");
        Assert.False(vera.Screen.HasButton("🏁"));
        await boris.SayAsync("/analysis");
        Assert.False(boris.Screen.HasButton("🏁"));
    }

    [Fact]
    public async Task Numbers_accept_1_500_and_1500_5_out_of_range_input_repeats_the_allowed_range_and_percentages_are_0_to_100()
    {
        var firm = await analysis.FoundAsync("Numbers");
        var anna = firm.Owner;
        await Walk.FullAsync(anna);
        await anna.PressAsync("✍️");
        await anna.PressAsync("⏸");
        await anna.PressAsync("1 · 0/21");
        await anna.PressAsync("1.4");
        foreach (var wrong in new[] { "731", "-1", "many", "1e2", "12.5.6", new string('9', 400) })
        {
            await anna.SayAsync(wrong);
            Walk.Has(anna, "A number from 0 to 730 is needed.", "question 4/7");
        }

        await anna.SayAsync("1 2,5");
        Assert.Equal("12.5", await AnswerAsync(firm, "D01Q4"));
        Walk.Has(anna, "question 5/7", "from 0 to 100 (%)");
        await anna.SayAsync("101");
        Walk.Has(anna, "A number from 0 to 100 is needed.");
        await anna.SayAsync("45 %");
        Assert.Equal("45", await AnswerAsync(firm, "D01Q5"));
        Assert.Equal("1500", await Host.QueryAsync<string>("select profile ->> 'employees' from analysis.profiles where company_id = $1", firm.Id));
        Assert.Equal("1500.5", await Host.QueryAsync<string>("select profile ->> 'monthlyRevenue' from analysis.profiles where company_id = $1", firm.Id));
    }

    [Fact]
    public async Task Finishing_below_70_per_cent_coverage_warns_and_asks()
    {
        var firm = await analysis.FoundAsync("Gaps");
        var anna = firm.Owner;
        await Walk.FullAsync(anna);
        await anna.PressAsync("✍️");
        await anna.PressAsync("⏸");
        await anna.PressAsync("✅ Finish");
        Walk.Has(anna, "nothing to score yet");
        Assert.False(anna.Screen.HasButton("Finish"));

        await Walk.WriteAsync(Host, firm, [.. Best.Where(answer => string.CompareOrdinal(answer.Question, "D13") < 0)]);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("✅ Finish");
        Walk.Has(anna, "57 % is filled in", "less than 70 %");
        await anna.PressAsync("▶️ Answer the rest");
        Walk.Has(anna, "question 7/7");
        await anna.SayAsync("/analysis");
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("⚠️ Finish all the same");
        Walk.HasTold(anna, "Result of the analysis", "100 %", "Less than 70 %", "not enough data");
    }

    [Fact]
    public async Task Two_finished_full_assessments_give_a_comparison_by_department_and_express_and_full_are_never_compared()
    {
        var firm = await analysis.FoundAsync("Compared");
        var anna = firm.Owner;
        await FinishAsync(firm, "⚡", Case("express"));
        await FinishAsync(firm, "📋", Mixed);
        Walk.HasNot(anna, "Since the analysis before");
        Assert.False(anna.Screen.HasButton("📈"));

        await FinishAsync(firm, "📋", Best);
        Walk.Has(anna, "Since the analysis before", "+48");
        await analysis.KeepForLookingAsync("comparison-en.xlsx", AnalysisHost.DocumentOf(anna));
        await anna.PressAsync("📈");
        Walk.Has(anna, "1 · Personnel Department: 29 % → 100 % (+71)", "11 · Supply Department: not enough data → 100 % (—)");

        await FinishAsync(firm, "⚡", Case("express"));
        Walk.HasNot(anna, "Since the analysis before");
        Assert.False(anna.Screen.HasButton("📈"));
    }

    private async Task FinishAsync(TestCompany firm, string variant, IReadOnlyList<GivenAnswer> answers)
    {
        var anna = firm.Owner;
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🚀");
        if (anna.Screen.HasButton("✅ All right, go on"))
        {
            await anna.PressAsync("✅ All right, go on");
        }
        else
        {
            await Walk.ProfileAsync(anna);
        }

        await anna.PressAsync(variant);
        await Walk.WriteAsync(Host, firm, answers);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("✅ Finish");
        await anna.PressAsync("✅ Finish the analysis");
        await analysis.SettleAsync(anna);
        await anna.SayAsync("/analysis");
        await anna.PressAsync("🏁");
    }

    private Task<string?> AnswerAsync(TestCompany firm, string question) =>
        Host.QueryAsync<string>("select value from analysis.answers where company_id = $1 and question_id = $2", firm.Id, question);

    private static IReadOnlyList<GivenAnswer> Case(string name) => GoldenCase.All.Single(golden => golden.Name == name).Answers;
}
