namespace DrAivBot.Analysis.Profile;

/// <summary>By what a company lives.</summary>
internal static class BusinessModels
{
    public static IReadOnlyList<string> All { get; } = ["goods", "services", "manufacturing", "online", "mixed"];
}
