namespace DrAivBot.Architecture.Tests.Seeded.Database;

/// <summary>Breaks the direction on purpose, inside a method and under an await, where a look at declarations would miss it.</summary>
internal sealed class LooksUp
{
    public static async Task<string> AskAsync()
    {
        await Task.Yield();
        return Updates.Above.Name;
    }
}
