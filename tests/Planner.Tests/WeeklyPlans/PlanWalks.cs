using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.WeeklyPlans;

/// <summary>Ways through the weekly plan that several conversations walk.</summary>
internal static class PlanWalks
{
    /// <summary>Enters a task from the plan's screen.</summary>
    public static async Task AddAsync(ChatUser user, PlanWords words, string title, string tie)
    {
        await user.PressAsync(words.Add);
        await user.SayAsync(title);
        await user.PressAsync(tie);
        if (tie == words.Order)
        {
            await user.SayAsync("№ 12");
        }
    }

    /// <summary>Opens the plan, enters so many tasks and sends it.</summary>
    public static async Task SendAsync(ChatUser user, PlanWords words, int count = 3)
    {
        await user.SayAsync("/plan");
        for (var i = 1; i <= count; i++)
        {
            await AddAsync(user, words, $"Task {i} of {user.Name}", words.Order);
        }

        await user.PressAsync(words.Send);
    }

    /// <summary>Agrees to the only plan that waits.</summary>
    public static async Task AgreeAsync(ChatUser superior, PlanWords words)
    {
        await superior.SayAsync("/plan");
        await superior.PressAsync(words.Waiting);
        await superior.PressDataAsync(superior.Screen.Buttons[0].Data!);
        await superior.PressAsync(words.Agree);
    }

    /// <summary>Marks a task from the plan's screen.</summary>
    public static async Task MarkAsync(ChatUser user, string task, string mark, string? reason = null)
    {
        await user.PressAsync(task);
        await user.PressAsync(mark);
        if (reason is not null)
        {
            await user.SayAsync(reason);
        }
    }

    public static void Has(ChatUser user, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, user.Screen.Text, StringComparison.Ordinal));
}
