using DrAivBot.Testing;

namespace DrAivBot.Planner.Tests;

internal static class Planner
{
    public static TestModule Module => TestModule.Built("planner", "DrAivBot.Planner");
}
