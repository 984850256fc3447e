using DrAivBot.Testing;

namespace DrAivBot.Analysis.Tests;

internal static class Analysis
{
    public static TestModule Module => TestModule.Built("analysis", "DrAivBot.Analysis");
}
