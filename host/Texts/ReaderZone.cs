namespace DrAivBot.Host.Texts;

/// <summary>Where a reader is.</summary>
internal static class ReaderZone
{
    /// <summary>The zone of this name; UTC for none, and for one that this machine does not know.</summary>
    public static TimeZoneInfo Find(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
