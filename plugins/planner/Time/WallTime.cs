namespace DrAivBot.Planner.Time;

/// <summary>From the time on the wall to the instant, and back.</summary>
internal static class WallTime
{
    /// <summary>
    /// The instant of a local time. One that the clocks skip is read with the offset before the gap, so it moves forward by
    /// the gap; one that comes twice is the first.
    /// </summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        // Asked of instants alone: of local times the runtime knows no gaps in zones whose winter is the summer time (Casablanca).
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (before, after) = (OffsetNear(wall, -Apart, zone), OffsetNear(wall, Apart, zone));
        var (earlier, later) = before >= after ? (before, after) : (after, before);
        return IsShown(wall, earlier, zone) ? Instant(wall, earlier)
            : IsShown(wall, later, zone) ? Instant(wall, later)
            : Instant(wall, before);
    }

    /// <summary>What the clock on the wall shows at an instant.</summary>
    public static DateTime ToLocal(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The instants at which a day begins and ends.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) OfDays(DateOnly from, DateOnly until, TimeZoneInfo zone) =>
        (ToInstant(from.ToDateTime(TimeOnly.MinValue), zone), ToInstant(until.AddDays(1).ToDateTime(TimeOnly.MinValue), zone));

    /// <summary>The zone of an IANA name; null for a name that nobody knows.</summary>
    public static TimeZoneInfo? FindZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The zone of an IANA name that was checked when it was stored; UTC when the system has lost it.</summary>
    public static TimeZoneInfo ZoneOf(string name) => FindZone(name) ?? TimeZoneInfo.Utc;

    /// <summary>No zone is further from UTC, so that an instant so far away lies before or after the local time for certain.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(24);

    private static TimeSpan OffsetNear(DateTime wall, TimeSpan away, TimeZoneInfo zone) =>
        zone.GetUtcOffset(new DateTime(Math.Clamp(wall.Ticks + away.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc));

    /// <summary>Whether the clock shows the local time while the zone has this offset.</summary>
    private static bool IsShown(DateTime wall, TimeSpan offset, TimeZoneInfo zone) => zone.GetUtcOffset(Instant(wall, offset)) == offset;

    private static DateTimeOffset Instant(DateTime wall, TimeSpan offset) => new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), offset).ToUniversalTime();
}
