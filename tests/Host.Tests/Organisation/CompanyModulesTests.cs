using DrAivBot.Host.Tests.Jobs;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>An owner switches modules on and off for the company; nobody outside it notices.</summary>
public sealed class CompanyModulesTests(PostgresFixture postgres)
{
    private const string Off = "This section is switched off in your company. Its owner can switch it on.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_owner_switches_off_is_gone_for_everybody_in_the_company_and_for_nobody_else()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"));
        var daisy = await TestCompany.FoundAsync(host, "Daisy");
        var tulip = await TestCompany.FoundAsync(host, "Tulip");
        var vera = await daisy.HireAsync("Vera");
        var egor = await daisy.HireAsync("Egor", 19);
        var petr = await daisy.HireAsync("Petr");
        await egor.SayAsync("/notes");
        await egor.PressAsync("New");
        await petr.SayAsync("/notes");

        await SwitchAsync(daisy.Owner, "Notes");
        Assert.Equal("Switched off for the whole company: Notes. Nothing stored is lost.", daisy.Owner.Toast);
        Assert.True(daisy.Owner.Screen.HasButton("▫️ Notes"));

        await vera.PressAsync("Notes");
        Assert.Equal(Off, vera.Toast);
        Assert.False(vera.Screen.HasButton("Notes"));
        await vera.SayAsync("/notes");
        Assert.Contains(Off, vera.Screen.Text, StringComparison.Ordinal);
        await vera.StartAsync($"note_{Guid.NewGuid()}");
        Assert.Contains(Off, vera.Screen.Text, StringComparison.Ordinal);
        await egor.SayAsync("the text of a note");
        Assert.Contains(Off, egor.Screen.Text, StringComparison.Ordinal);
        await petr.SayAsync("/help");
        await petr.PressAsync("Back");
        Assert.Equal(Off, petr.Toast);

        await tulip.Owner.SayAsync("/notes");
        Assert.Contains("There are no notes.", tulip.Owner.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(
            "module.off:notes", await host.QueryAsync<string>("select act from core.audit where company_id = $1 order by at desc limit 1", daisy.Id));

        await daisy.Owner.PressAsync("▫️ Notes");
        await vera.SayAsync("/notes");
        Assert.Contains("There are no notes.", vera.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_is_shown_the_sections_and_only_where_there_is_a_choice()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"));
        var daisy = await TestCompany.FoundAsync(host, "Daisy");
        foreach (var other in new[] { await daisy.HireAsync("Vera"), await daisy.HireAsync("Maria", 6), await daisy.HireAsync("Egor", 19) })
        {
            Assert.False(other.Screen.HasButton("Sections"));
        }

        await daisy.Owner.SayAsync("/menu");
        Assert.True(daisy.Owner.Screen.HasButton("Sections"));
        await host.RestartAsync([TestModule.Company]);
        await daisy.Owner.SayAsync("/menu");
        Assert.False(daisy.Owner.Screen.HasButton("Sections"));
    }

    [Theory]
    [InlineData("ru", "Настройки компании", "Разделы", "Что доступно вашим сотрудникам", "Назад")]
    [InlineData("en", "Company settings", "Sections", "What your people can use", "Back")]
    public async Task The_settings_lead_the_owner_to_the_sections_and_back(string language, string settings, string sections, string title, string back)
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"));
        var daisy = await TestCompany.FoundAsync(host, "Daisy", language);
        var egor = await daisy.HireAsync("Egor", 19, language);
        await egor.PressAsync(settings);
        Assert.False(egor.Screen.HasButton(sections), egor.Screen.ToString());

        await daisy.Owner.SayAsync("/menu");
        await daisy.Owner.PressAsync(settings);
        var drawn = daisy.Owner.Screen;
        await daisy.Owner.PressAsync(sections);
        Assert.Contains(title, daisy.Owner.Screen.Text, StringComparison.Ordinal);
        await daisy.Owner.PressAsync(back);
        Assert.Equal(drawn.Text, daisy.Owner.Screen.Text);

        await host.RestartAsync([TestModule.Company]);
        await daisy.Owner.SayAsync("/menu");
        await daisy.Owner.PressAsync(settings);
        Assert.False(daisy.Owner.Screen.HasButton(sections), daisy.Owner.Screen.ToString());
    }

    [Fact]
    public async Task Who_is_no_longer_the_owner_switches_nothing()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"));
        var daisy = await TestCompany.FoundAsync(host, "Daisy");
        await daisy.Owner.SayAsync("/menu");
        await daisy.Owner.PressAsync("Sections");
        await host.ExecuteAsync("update core.holdings set until = greatest(now(), since) where company_id = $1", daisy.Id);
        await daisy.Owner.PressAsync("✅ Notes");
        Assert.Null(await host.QueryAsync<string[]>("select modules_off from core.companies where company_id = $1", daisy.Id));
        Assert.Contains("Not found", daisy.Owner.Toast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_stand_on_cannot_be_switched_off_and_says_why()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Good", "good"), TestModule.Plugin("NeedsGood", "needs_good"));
        var owner = (await TestCompany.FoundAsync(host, "Daisy")).Owner;
        await SwitchAsync(owner, "Company");
        Assert.StartsWith("Cannot be switched off: 🏢 Company.", owner.Toast, StringComparison.Ordinal);
        var good = owner.Screen.Buttons.Select(button => button.Text).First(text => text.StartsWith('✅') && !text.Contains("Company", StringComparison.Ordinal) && !text.Contains("needs_good", StringComparison.Ordinal));
        await owner.PressAsync(good);
        Assert.Contains("needs_good does not work without it.", owner.Toast, StringComparison.Ordinal);
        await owner.PressAsync("✅ needs_good");
        await owner.PressAsync(good);
        Assert.StartsWith("Switched off for the whole company", owner.Toast, StringComparison.Ordinal);
        await owner.PressAsync("▫️ needs_good");
        Assert.StartsWith("Cannot be switched on: needs_good. Switch on first:", owner.Toast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_and_events_of_the_company_wait_and_what_recurs_skips()
    {
        await using var host = await StartAsync(TestModule.Company, JobStage.Chores, JobStage.Listener);
        var stage = new JobStage(host);
        var daisy = await TestCompany.FoundAsync(host, "Daisy");
        var tulip = await TestCompany.FoundAsync(host, "Tulip");
        await stage.DoAsync(new(daisy.Id), "write", "before", "delay=01:00:00");
        await stage.DoAsync(new(daisy.Id), "recur", "often", "* * * * *", "often");
        await SwitchAsync(daisy.Owner, "listener");
        await daisy.Owner.PressAsync("✅ chores");

        await stage.DoAsync(new(daisy.Id), "write", "daisy");
        await stage.DoAsync(new(daisy.Id), "publish", "news");
        await stage.DoAsync(new(tulip.Id), "write", "tulip");
        await EventuallyAsync(async () => await host.QueryAsync<long>(
            "select count(*) from core.jobs where company_id = $1 and next_at = 'infinity' and lease is null and attempts = 0", daisy.Id) == 4);
        await EventuallyAsync(async () => (await stage.EntriesAsync()).SequenceEqual(["tulip"]));
        await stage.TurnClockAsync(TimeSpan.FromHours(2));
        Assert.Equal(["tulip"], await stage.EntriesAsync());

        await daisy.Owner.PressAsync("▫️ chores");
        await daisy.Owner.PressAsync("▫️ listener");
        await EventuallyAsync(async () => (await stage.EntriesAsync()).Count == 3 && (await stage.HeardAsync()).Count == 1);
        Assert.Equal(["before", "daisy", "tulip"], (await stage.EntriesAsync()).Order());
        Assert.True(await host.QueryAsync<bool>("select next_at > core.clock() and next_at < core.clock() + interval '1 minute' from core.jobs where key = 'often'"));
    }

    [Fact]
    public async Task Held_notifications_of_the_module_wait_too()
    {
        await using var host = await StartAsync(TestModule.Company, TestModule.Plugin("Notes", "notes"));
        var daisy = await TestCompany.FoundAsync(host, "Daisy");
        await host.ExecuteAsync(
            """
            insert into core.notifications (company_id, id, notification_id, module, user_id, chat_id, is_bulk, parts, state, due_at)
            select $1, gen_random_uuid(), gen_random_uuid(), 'notes', id, telegram_id, false, array['{"Screen":{"Html":"A note waits","IsNotice":true}}'], 0, now() + interval '1 hour'
            from core.users where telegram_id = $2
            """,
            daisy.Id, daisy.Owner.Id);
        await SwitchAsync(daisy.Owner, "Notes");
        Assert.True(await host.QueryAsync<bool>("select due_at = 'infinity' from core.notifications"));
        await daisy.Owner.PressAsync("▫️ Notes");
        Assert.True(await host.QueryAsync<bool>("select coalesce(due_at, now()) <= core.clock() from core.notifications"));
    }

    private static async Task SwitchAsync(ChatUser owner, string module)
    {
        await owner.SayAsync("/menu");
        await owner.PressAsync("Sections");
        await owner.PressAsync($"✅ {(module == "Company" ? "🏢 Company" : module)}");
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; !await isSo(); i++)
        {
            Assert.True(i < 1000, "It did not happen within 20 s.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    private Task<TestHost> StartAsync(params TestModule[] modules) => TestHost.StartAsync(postgres, new() { Modules = modules }, Cancel);
}
