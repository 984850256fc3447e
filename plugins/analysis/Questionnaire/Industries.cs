namespace DrAivBot.Analysis.Questionnaire;

/// <summary>The industries that a company chooses from, and that an operator's changes are for.</summary>
internal static class Industries
{
    /// <summary>Chosen by who types another one.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
        ["retail", "wholesale", "manufacturing", "construction", "it", "services", "food", "logistics", "medicine", "education", "finance", "agriculture", Other];
}
