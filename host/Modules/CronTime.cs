using System.Diagnostics.CodeAnalysis;
using Cronos;

namespace DrAivBot.Host.Modules;

/// <summary>A cron expression of five fields, and when it comes next where.</summary>
internal sealed class CronTime
{
    /// <summary>February 30 has no next time; a leap day has one within eight years.</summary>
    private static readonly DateTimeOffset Somewhen = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CronExpression _expression;

    private CronTime(CronExpression expression) => _expression = expression;

    /// <summary>False for what cannot be read and for what never comes.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronTime? cron)
    {
        cron = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5
            && CronExpression.TryParse(text, CronFormat.Standard, out var expression)
            && expression.GetNextOccurrence(Somewhen, TimeZoneInfo.Utc) is not null
                ? new(expression)
                : null;
        return cron is not null;
    }

    /// <summary>The first time after an instant, UTC.</summary>
    /// <param name="after">Excluded.</param>
    /// <param name="zone">IANA name; null, or one this machine does not know, means UTC.</param>
    public DateTimeOffset Next(DateTimeOffset after, string? zone)
    {
        var place = FindZone(zone);
        for (var from = after; ; from += Minute)
        {
            var next = EndGap(_expression.GetNextOccurrence(from, place)!.Value, place);
            if (next > after)
            {
                return next.ToUniversalTime();
            }
        }
    }

    /// <summary>
    /// Of a zone whose summer time is its normal one (Casablanca) the platform does not know the hour that the clocks skip:
    /// a time in it would come before itself, again and again. It comes at the end of the gap like any other.
    /// </summary>
    private static DateTimeOffset EndGap(DateTimeOffset wanted, TimeZoneInfo zone)
    {
        var at = wanted;
        while (TimeZoneInfo.ConvertTime(at, zone).DateTime < wanted.DateTime)
        {
            at += Minute;
        }

        return at;
    }

    private static TimeZoneInfo FindZone(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
}
