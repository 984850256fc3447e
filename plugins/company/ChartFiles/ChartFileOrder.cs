namespace DrAivBot.Company.ChartFiles;

/// <summary>What is to be made and for whom; waits in the database until it is done.</summary>
internal sealed record ChartFileOrder
{
    public ChartFileKind Kind { get; init; }

    public Guid User { get; init; }

    /// <summary>Of the file: the asker's at the time.</summary>
    public string Language { get; init; } = "";

    /// <summary>In whose day the file is dated.</summary>
    public string TimeZone { get; init; } = "";

    public Guid Progress { get; init; }
}
