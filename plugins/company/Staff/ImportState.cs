using DrAivBot.Files;

namespace DrAivBot.Company.Staff;

/// <summary>The file that is asked for.</summary>
internal sealed class ImportState
{
    public IncomingFile? File { get; set; }
}

/// <summary>The file that was looked at and waits for a yes; kept in the session.</summary>
internal sealed class WaitingImport
{
    public Guid Id { get; set; }

    public IncomingFile? File { get; set; }
}
