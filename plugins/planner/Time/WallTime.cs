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
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(wall))
        {
            return Instant(wall, zone.GetAmbiguousTimeOffsets(wall).Max());
        }

        return Instant(wall, zone.IsInvalidTime(wall) ? OffsetBeforeGap(wall, zone) : zone.GetUtcOffset(wall));
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

    /// <summary>The longest gap of any zone is a day: Samoa crossed the date line.</summary>
    private static TimeSpan OffsetBeforeGap(DateTime wall, TimeZoneInfo zone)
    {
        var before = wall;
        while (zone.IsInvalidTime(before))
        {
            before = before.AddMinutes(-15);
        }

        return zone.GetUtcOffset(before);
    }

    private static DateTimeOffset Instant(DateTime wall, TimeSpan offset) => new DateTimeOffset(wall, offset).ToUniversalTime();
}
