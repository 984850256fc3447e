using System.Diagnostics;
using System.Text.RegularExpressions;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>A module that throws or hangs costs exactly the update it failed on; everybody and everything else goes on.</summary>
public sealed partial class FailingModuleTests(PostgresFixture postgres)
{
    private static readonly TestModule[] Modules =
    [
        TestModule.Company,
        TestModule.Plugin("Notes", "notes"),
        TestModule.Plugin("ThrowsInHandler", "throws_handler"),
        TestModule.Plugin("HangsInHandler", "hangs_handler"),
    ];

    [Fact]
    public async Task What_throws_is_set_aside_after_three_attempts_and_the_user_gets_a_code()
    {
        await using var host = await StartAsync();
        var anna = await host.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await anna.SayAsync("/explode");
        var hello = anna.Screen;
        await anna.PressAsync("Explode");

        Assert.True(anna.Answered);
        var code = Code().Match(anna.Messages[^1].Text).Value;
        Assert.Equal(
            $"{code}|update|throws_handler|throws_handler.explode|System.InvalidOperationException|3",
            await host.QueryAsync<string>("select concat_ws('|', incident, kind, module, route, error, attempts) from core.set_aside"));
        Assert.Equal(hello.Id, anna.Screen.Id);

        await anna.PressAsync("Меню");
        Assert.Contains("Владелец", anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains(code, await host.ReadLogAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("the handler exploded", await host.ReadLogAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_a_module_that_runs_out_of_its_time_is_its_own_failure_and_not_a_database_that_is_away()
    {
        await using var host = await StartAsync();
        var anna = await host.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await anna.SayAsync("/explode");
        await anna.PressAsync("Slow query");

        Assert.Matches(Code(), anna.Messages[^1].Text);
        Assert.Equal("throws_handler.slow", await host.QueryAsync<string>("select route from core.set_aside"));
    }

    [Fact]
    public async Task While_one_hangs_everybody_else_is_answered_and_it_ends_with_a_code()
    {
        await using var host = await StartAsync();
        host.Chat.Deadline = TimeSpan.FromSeconds(60);
        var boris = await host.Chat.NewOwnerAsync("Борис", "ru", "Лютик");
        var anna = await host.Chat.NewOwnerAsync("Анна", "en", "Daisy");
        var hanging = anna.SayAsync("/hang");
        while (!hanging.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            await boris.SayAsync("/notes");
            await boris.PressAsync("Меню");
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(4));
        }

        await hanging;
        Assert.Matches(Code(), anna.Messages[^1].Text);
        Assert.Contains("Something went wrong", anna.Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal("hangs_handler.hello", await host.QueryAsync<string>("select route from core.set_aside"));
        await anna.SayAsync("/menu");
        Assert.Contains("Daisy", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_module_left_behind_when_it_is_switched_off_says_so()
    {
        await using var host = await StartAsync();
        var anna = await host.Chat.NewOwnerAsync("Анна", "ru", "Ромашка");
        await anna.SayAsync("/notes");
        var boris = await host.Chat.NewOwnerAsync("Борис", "ru", "Лютик");
        await boris.SayAsync("/notes");
        await boris.PressAsync("Новая");
        var vera = await host.Chat.NewOwnerAsync("Вера", "ru", "Мак");
        await vera.SayAsync("/notes");
        await vera.PressAsync("Новая");

        await host.RestartAsync([.. Modules.Select(module => module.Id == "notes" ? module with { Enabled = false } : module)]);
        const string Off = "Раздел временно выключен. Попробуйте позже.";
        await anna.PressAsync("Новая");
        Assert.Equal(Off, anna.Toast);
        Assert.False(anna.Screen.HasButton("Заметки"));
        await boris.SayAsync("текст заметки");
        Assert.Contains(Off, boris.Screen.Text, StringComparison.Ordinal);
        await vera.PressAsync("Назад");
        Assert.Equal(Off, vera.Toast);
        await vera.SayAsync("/notes");
        Assert.Contains("Такой команды нет.", vera.Screen.Text, StringComparison.Ordinal);

        await host.RestartAsync(Modules);
        await anna.SayAsync("/notes");
        Assert.Contains("Заметок нет.", anna.Screen.Text, StringComparison.Ordinal);
    }

    private Task<TestHost> StartAsync() =>
        TestHost.StartAsync(postgres, new() { Modules = Modules }, TestContext.Current.CancellationToken);

    [GeneratedRegex("[A-Z3-9]{8}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
