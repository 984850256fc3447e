using DrAivBot.Routing;

namespace DrAivBot.Planner.Digest;

/// <summary>The picture that is to be made and for whom; waits in the database until it is done.</summary>
internal sealed record WeekPictureOrder
{
    public DateOnly Week { get; init; }

    public Guid User { get; init; }

    public string Name { get; init; } = "";

    public string Language { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public Guid Progress { get; init; }
}

/// <summary>Asks for the viewer's week as a picture.</summary>
[Callback("weekpicture")]
internal readonly record struct OrderWeekPicture(DateOnly Week);
