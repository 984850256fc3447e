using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

public sealed class DigestTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Friday = 4;
    private const int Sunday = 6;
    private WeekStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await WeekStage.OpenAsync(postgres);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task The_digest_comes_on_working_mornings_by_the_readers_clock_and_only_when_there_is_something()
    {
        var words = PlanWords.English;
        var firm = await _stage.FoundAsync();
        var boris = await firm.HireAsync("Boris", position: 6);
        var vera = await firm.HireAsync("Vera");
        await _stage.Host.ExecuteAsync("update core.users set time_zone = 'Asia/Vladivostok' where telegram_id = $1", boris.Id);
        await _stage.GoToAsync(Friday, 16, 0);
        await PlanWalks.SendAsync(boris, words);
        await _stage.GoToAsync(Sunday, 23, 0);
        Assert.Equal(0, await _stage.CountAsync(boris, "🌅"));

        // Half past eight in Vladivostok is half past one in Moscow.
        await _stage.GoToAsync(Sunday + 1, 1, 29);
        Assert.Equal(0, await _stage.CountAsync(boris, "🌅"));
        await _stage.GoToAsync(Sunday + 1, 1, 31);
        await _stage.ToldAsync(boris, "🌅", "Open tasks of the week: 3", "Task 1 of Boris");
        Assert.Equal(0, await _stage.CountAsync(firm.Owner, "🌅"));
        await _stage.GoToAsync(Sunday + 1, 8, 31);
        await _stage.ToldAsync(firm.Owner, "🌅", "Waiting for your agreement: 1");
        Assert.Equal(1, await _stage.CountAsync(boris, "🌅"));
        Assert.Equal(0, await _stage.CountAsync(vera, "🌅"));
    }

    [Fact]
    public async Task Everybody_switches_the_digest_off_and_on_and_sets_its_time()
    {
        var words = PlanWords.English;
        var firm = await _stage.FoundAsync();
        await _stage.GoToAsync(Friday, 16, 0);
        await PlanWalks.SendAsync(firm.Owner, words);
        await firm.Owner.PressAsync("Morning digest");
        await firm.Owner.PressAsync("Switch off");
        PlanWalks.Has(firm.Owner, "Off.");
        await _stage.GoToAsync(Sunday + 1, 12, 0);
        Assert.Equal(0, await _stage.CountAsync(firm.Owner, "Open tasks of the week"));

        await firm.Owner.SayAsync("/plan");
        await firm.Owner.PressAsync("Morning digest");
        await firm.Owner.PressAsync("🕒");
        await firm.Owner.SayAsync("13:15");
        PlanWalks.Has(firm.Owner, "13:15");
        await _stage.GoToAsync(Sunday + 1, 13, 14);
        Assert.Equal(0, await _stage.CountAsync(firm.Owner, "Open tasks of the week"));
        await _stage.GoToAsync(Sunday + 1, 13, 16);
        Assert.Equal(1, await _stage.CountAsync(firm.Owner, "Open tasks of the week"));
    }

    [Theory]
    [InlineData("en", "Week as a picture", "Week ")]
    [InlineData("ru", "Неделя картинкой", "Неделя ")]
    public async Task The_week_comes_as_a_picture_when_it_is_asked_for(string language, string button, string caption)
    {
        var firm = await _stage.FoundAsync(language);
        await firm.Owner.SayAsync("/plan");
        await firm.Owner.TapTwiceAsync(button);

        await _stage.ToldAsync(firm.Owner, "🖼 " + caption);
        Assert.Single(firm.Owner.Messages, message => message.Json["photo"] is not null);
    }
}
