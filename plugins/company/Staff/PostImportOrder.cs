using DrAivBot.Delivery;
using DrAivBot.Files;
using DrAivBot.Routing;

namespace DrAivBot.Company.Staff;

/// <summary>A file to look at, or to import.</summary>
internal sealed record PostImportOrder
{
    public Guid Id { get; init; }

    public IncomingFile? File { get; init; }

    public Guid User { get; init; }

    public string Language { get; init; } = "";

    public Guid Progress { get; init; }

    /// <summary>Whether posts are added; else it is only said what would be.</summary>
    public bool IsConfirmed { get; init; }

    public static PostImportOrder For(ITurn turn, WaitingImport waiting, TaskProgressId message, bool isConfirmed) => new()
    {
        Id = waiting.Id,
        File = waiting.File,
        User = turn.User.Id.Value,
        Language = turn.User.Language,
        Progress = message.Value,
        IsConfirmed = isConfirmed,
    };
}
