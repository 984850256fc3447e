namespace DrAivBot.Analysis;

/// <summary>The module's settings in plugins.json.</summary>
internal sealed class AnalysisSettings
{
    /// <summary>A file with other bands and texts for questions, per industry; null, the default, for the questions as they are.</summary>
    public string? Overrides { get; set; }
}
