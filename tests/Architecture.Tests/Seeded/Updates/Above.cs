namespace DrAivBot.Architecture.Tests.Seeded.Updates;

/// <summary>Stands above the seeded folder Database, and may use it.</summary>
internal sealed class Above
{
    public static string Name => nameof(Above).ToUpperInvariant();

    public static Task<string> AskBelowAsync() => Database.LooksUp.AskAsync();
}
