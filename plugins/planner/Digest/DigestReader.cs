using DrAivBot.Organisation;

namespace DrAivBot.Planner.Digest;

/// <summary>Somebody whose morning it is.</summary>
internal sealed record DigestReader
{
    public required UserId Person { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The day by their clock.</summary>
    public required DateOnly Day { get; init; }
}
