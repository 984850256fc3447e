namespace DrAivBot.Planner.Events;

/// <summary>What an event is planned as when one of its times takes place at another.</summary>
internal static class SeriesMove
{
    /// <summary>As far as a move reaches.</summary>
    /// <param name="details">The event or series.</param>
    /// <param name="original">The time that is looked at, as the rule gives it.</param>
    /// <param name="to">When this time takes place from now on, in the zone of the event.</param>
    /// <param name="scope">How much of a series; ignored for what does not recur.</param>
    public static EventDetails Of(EventDetails details, DateTime original, Time.LocalSpan to, EditScope scope) => details.Rule is null
        ? details with { Span = to }
        : scope switch
        {
            EditScope.One => details with { Span = to, Rule = null },
            EditScope.Following => From(SeriesCut.RestOf(details, original), original, to),
            _ => All(details, original, to),
        };

    /// <summary>All times move as far.</summary>
    public static EventDetails All(EventDetails details, DateTime original, Time.LocalSpan to)
    {
        var start = details.Span.Start + (to.Start - original);
        return EventRules.Aligned(details with
        {
            Span = to with { Start = start, End = start + to.Length },
            Rule = details.Rule?.Moved(original, to.Start),
        });
    }

    /// <summary>A later part of a series that begins at this time.</summary>
    public static EventDetails From(EventDetails rest, DateTime original, Time.LocalSpan to) =>
        EventRules.Aligned(rest with { Span = to, Rule = rest.Rule?.Moved(original, to.Start) });
}
