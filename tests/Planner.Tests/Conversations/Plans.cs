using System.Globalization;
using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests.Conversations;

/// <summary>Ways through the planner that several conversations walk, in English.</summary>
internal static class Plans
{
    /// <summary>A day in the owner's zone, Moscow.</summary>
    public static DateOnly InDays(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(3).Date).AddDays(days);

    public static string Typed(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>Walks to the question whether the event is right.</summary>
    public static async Task DraftAsync(
        ChatUser user, string title, DateOnly day, string hour, string repeat = "Does not repeat", string people = "-", string sight = "Everybody", string calendar = "Mine", string length = "1 hour")
    {
        await StepsAsync(user, title, day, hour, repeat, length);
        foreach (var name in people.Split(',', StringSplitOptions.TrimEntries).Where(name => name != "-"))
        {
            await user.SayAsync(name);
            await user.PressAsync(name);
        }

        await user.PressAsync("✅ Done");
        if (calendar != "Mine")
        {
            await user.PressAsync("🗓 Calendar");
            await user.PressAsync(calendar);
        }

        if (sight != "Everybody")
        {
            await user.PressAsync("🔒 Visibility");
            await user.PressAsync(sight);
        }
    }

    /// <summary>Walks to the question whom to invite.</summary>
    public static async Task StepsAsync(ChatUser user, string title, DateOnly day, string hour, string repeat = "Does not repeat", string length = "1 hour")
    {
        await user.SayAsync("/today");
        await user.PressAsync("➕ Event");
        await user.SayAsync(title);
        await user.PressAsync("👥 Meeting");
        await user.SayAsync(Typed(day));
        if (length == "All day")
        {
            await user.PressAsync("☀️ All day");
        }
        else
        {
            await user.PressAsync("🕒 At a certain time");
            await user.SayAsync(hour);
            await user.SayAsync(length);
        }

        await user.PressAsync(repeat);
    }

    /// <summary>Types a line, in any language, and stands before what was understood.</summary>
    public static async Task QuickAsync(ChatUser user, string line)
    {
        await user.SayAsync("/today");
        await user.PressAsync("➕");
        await user.SayAsync(line);
    }

    /// <summary>Makes an event of a line.</summary>
    public static async Task QuickCreateAsync(ChatUser user, string line)
    {
        await QuickAsync(user, line);
        await user.PressAsync("✅");
    }

    /// <summary>Makes an event, and stands before its card.</summary>
    public static async Task CreateAsync(
        ChatUser user, string title, DateOnly day, string hour, string repeat = "Does not repeat", string people = "-", string sight = "Everybody", string calendar = "Mine", string length = "1 hour")
    {
        await DraftAsync(user, title, day, hour, repeat, people, sight, calendar, length);
        await user.PressAsync("✅ Create");
        Has(user, title);
    }

    public static Task MoveAsync(ChatUser user, DateOnly day, string hour, string? scope = null) => MoveAsync(user, "📅 Move", day, hour, scope);

    public static async Task MoveAsync(ChatUser user, string move, DateOnly day, string hour, string? scope = null)
    {
        await user.PressAsync(move);
        await user.SayAsync(Typed(day));
        await user.SayAsync(hour);
        if (scope is not null)
        {
            await user.PressAsync(scope);
        }
    }

    /// <summary>Opens a day by turning over today's.</summary>
    public static async Task OpenDayAsync(ChatUser user, int days)
    {
        await user.SayAsync("/today");
        for (var i = 0; i < days; i++)
        {
            await user.PressAsync("›");
        }
    }

    public static void Has(ChatUser user, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, user.Screen.Text, StringComparison.Ordinal));

    public static void HasNot(ChatUser user, params string[] words) =>
        Assert.All(words, word => Assert.DoesNotContain(word, user.Screen.Text, StringComparison.Ordinal));
}
