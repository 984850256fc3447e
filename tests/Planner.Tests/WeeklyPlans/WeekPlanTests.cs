using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

public sealed class WeekPlanTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Friday = 4;
    private const int Sunday = 6;
    private WeekStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await WeekStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task On_the_planning_day_every_member_with_a_post_is_asked_once_but_not_who_is_absent()
    {
        var firm = await _stage.FoundAsync();
        var boris = await firm.HireAsync("Boris", position: 6);
        var gleb = await firm.HireAsync("Gleb", position: 7, "ru");
        var vera = await firm.HireAsync("Vera");
        var away = await firm.HireAsync("Zoe", position: 8);
        await _stage.AwayAsync(firm, away, from: Friday, until: Friday);

        await _stage.GoToAsync(Friday, 14, 59);
        Assert.Equal(0, await _stage.CountAsync(boris, "Time to plan"));
        await _stage.GoToAsync(Friday, 15, 1);

        await _stage.ToldAsync(boris, "Time to plan the week", "3 to 10 tasks");
        await _stage.ToldAsync(firm.Owner, "Time to plan the week");
        await _stage.ToldAsync(gleb, "Пора планировать неделю", "от 3 до 10 задач");
        Assert.Equal(0, await _stage.CountAsync(vera, "Time to plan"));
        Assert.Equal(0, await _stage.CountAsync(away, "Time to plan"));

        await _stage.Host.RestartAsync();
        await PlanWalks.SendAsync(boris, PlanWords.English);
        await _stage.GoToAsync(Friday, 17, 1);
        Assert.Equal(1, await _stage.CountAsync(firm.Owner, "Time to plan the week"));
        await _stage.ToldAsync(firm.Owner, "is not sent yet");
        Assert.Equal(0, await _stage.CountAsync(boris, "is not sent yet"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task A_plan_is_tied_to_product_statistic_or_order_agreed_by_the_superior_and_reported_with_its_result(string language)
    {
        var words = PlanWords.Of(language);
        var firm = await _stage.FoundAsync(language);
        var boris = await firm.HireAsync("Boris", position: 6, language);
        await _stage.GoToAsync(Friday, 15, 1);
        await _stage.ToldAsync(boris, words.TimeToPlan);
        await boris.SayAsync("/plan");
        await PlanWalks.AddAsync(boris, words, "Sign the contract", words.Product);
        await PlanWalks.AddAsync(boris, words, "Call ten clients", words.Statistic);
        Assert.False(boris.Screen.HasButton(words.Send));
        await PlanWalks.AddAsync(boris, words, "Launch the site", words.Order);
        await boris.PressAsync(words.Send);

        await _stage.ToldAsync(firm.Owner, words.ToAgree, "Boris");
        await firm.Owner.SayAsync("/plan");
        await firm.Owner.PressAsync(words.Waiting);
        await firm.Owner.PressAsync("Boris");
        PlanWalks.Has(firm.Owner, "Sign the contract", "Call ten clients", "Launch the site", "№ 12");
        await firm.Owner.PressAsync(words.Return);
        await firm.Owner.SayAsync("One more task, please");
        await _stage.ToldAsync(boris, words.Returned, "One more task, please");

        await boris.SayAsync("/plan");
        await PlanWalks.AddAsync(boris, words, "Train Gleb", words.Product);
        await boris.PressAsync(words.Send);
        await PlanWalks.AgreeAsync(firm.Owner, words);
        await _stage.ToldAsync(boris, words.Agreed);

        await _stage.GoToAsync(Sunday + 7, 23, 58);
        await boris.SayAsync("/plan");
        Assert.False(boris.Screen.HasButton("Sign the contract"));
        await _stage.GoToAsync(Sunday + 8, 8, 0);
        await _stage.ToldAsync(boris, words.TimeToReport);
        await boris.SayAsync("/plan");
        await boris.PressAsync("‹");
        await PlanWalks.MarkAsync(boris, "Sign the contract", words.Done);
        await PlanWalks.MarkAsync(boris, "Call ten clients", words.Part, "Six only");
        await PlanWalks.MarkAsync(boris, "Launch the site", words.No, "No server");
        Assert.False(boris.Screen.HasButton(words.Close));
        await PlanWalks.MarkAsync(boris, "Train Gleb", words.Done);
        await boris.TapTwiceAsync(words.Close);

        PlanWalks.Has(boris, words.Result, "62 %", "Six only");
        await _stage.ToldAsync(firm.Owner, words.Reported, "Boris", "62 %");
        Assert.Equal([$"{_stage.Monday.AddDays(7):yyyy-MM-dd} 62 %"], (await _stage.Host.ListAsync<string>("select text from listener.heard where text like '%\\%'")).Select(text => text[37..]));
        Assert.Equal(1, await _stage.Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act = 'planner.plan.closed'", firm.Id));
    }

    [Fact]
    public async Task The_owners_plan_is_recorded_as_agreed_and_unfinished_tasks_carry_over_with_their_counter()
    {
        var words = PlanWords.English;
        var firm = await _stage.FoundAsync();
        var owner = firm.Owner;
        await _stage.GoToAsync(Friday, 16, 0);
        await PlanWalks.SendAsync(owner, words);
        PlanWalks.Has(owner, "the owner needs no agreement");

        await _stage.GoToAsync(Friday + 7, 16, 0);
        await owner.SayAsync("/plan");
        await owner.PressAsync("Carry over 3 unfinished tasks");
        PlanWalks.Has(owner, "Task 1 of Anna · carried over ×1");
        Assert.False(owner.Screen.HasButton("Carry over"));
        await owner.PressAsync(words.Send);

        await _stage.GoToAsync(Friday + 14, 16, 0);
        await owner.SayAsync("/plan");
        await owner.PressAsync("Carry over 3 unfinished tasks");
        PlanWalks.Has(owner, "Task 1 of Anna · carried over ×2");
    }

    [Fact]
    public async Task A_week_nobody_reports_gets_its_result_when_the_next_one_closes()
    {
        var words = PlanWords.English;
        var firm = await _stage.FoundAsync();
        await _stage.GoToAsync(Friday, 16, 0);
        await PlanWalks.SendAsync(firm.Owner, words);
        await _stage.GoToAsync(Sunday + 9, 18, 0);
        await _stage.ToldAsync(firm.Owner, "is not in yet");
        Assert.Equal(0, await _stage.CountAsync(firm.Owner, "closed without a report"));

        await _stage.GoToAsync(Sunday + 15, 1, 0);
        await _stage.ToldAsync(firm.Owner, "closed without a report", "0 %");
        Assert.Equal(1, await _stage.Host.QueryAsync<long>("select count(*) from planner.week_plans where company_id = $1 and state = 4 and percent = 0", firm.Id));
    }

    [Fact]
    public async Task Who_is_not_the_superior_any_more_cannot_agree_and_the_plan_goes_to_the_new_one()
    {
        var words = PlanWords.English;
        var firm = await _stage.FoundAsync();
        var boris = await firm.HireAsync("Boris", position: 6);
        await _stage.GoToAsync(Friday, 16, 0);
        await PlanWalks.SendAsync(boris, words);
        await firm.Owner.SayAsync("/plan");
        await firm.Owner.PressAsync(words.Waiting);
        await firm.Owner.PressAsync("Boris");

        var egor = await firm.HireAsync("Egor", position: 19);
        await firm.Owner.PressAsync(words.Agree);
        Assert.Equal(1, await _stage.Host.QueryAsync<long>("select count(*) from planner.week_plans where state = 1"));
        Assert.Equal(1, await _stage.Host.QueryAsync<long>("select count(*) from core.audit where company_id = $1 and act like '%plan.decided%'", firm.Id));

        await _stage.GoToAsync(Friday + 1, 1, 0);
        await _stage.ToldAsync(egor, words.ToAgree, "Boris");
        await PlanWalks.AgreeAsync(egor, words);
        await _stage.ToldAsync(boris, words.Agreed, "Egor");
    }

    [Fact]
    public async Task The_planning_day_and_time_are_the_companys_choice_and_a_holiday_does_not_swallow_them()
    {
        var firm = await _stage.FoundAsync();
        var boris = await firm.HireAsync("Boris", position: 6);
        await boris.SayAsync("/plan");
        Assert.False(boris.Screen.HasButton("Planning day"));
        await firm.Owner.SayAsync("/plan");
        await firm.Owner.PressAsync("Planning day");
        await firm.Owner.PressAsync("Wednesday");
        await firm.Owner.PressAsync("🕒");
        await firm.Owner.SayAsync("10:00");
        PlanWalks.Has(firm.Owner, "Wednesday, 10:00");
        await _stage.Host.ExecuteAsync(
            "insert into core.calendar_days (company_id, day, is_working) values ($1, $2, false)", firm.Id, _stage.Monday.AddDays(9));

        await _stage.GoToAsync(2, 10, 1);
        Assert.Equal(1, await _stage.CountAsync(boris, "Time to plan"));
        await _stage.GoToAsync(8, 9, 59);
        Assert.Equal(1, await _stage.CountAsync(boris, "Time to plan"));
        await _stage.GoToAsync(8, 10, 1);
        Assert.Equal(2, await _stage.CountAsync(boris, "Time to plan"));
    }
}
