using DrAivBot.Privacy;

namespace DrAivBot.Company.PersonalData;

/// <summary>What is to be taken out and for whom; waits in the database until it is done.</summary>
internal sealed record ExportOrder
{
    public DataOwner Whose { get; init; }

    public Guid User { get; init; }

    /// <summary>Of the files: the asker's at the time.</summary>
    public string Language { get; init; } = "";

    /// <summary>In whose day the archive is dated.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>The message that says how far it is.</summary>
    public Guid Progress { get; init; }
}
