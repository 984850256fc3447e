namespace DrAivBot.Dialogs;

/// <summary>Which days a <see cref="DateStep{TState}"/> or a <see cref="PeriodStep{TState}"/> takes.</summary>
public sealed record DayBounds
{
    /// <summary>The first day that is taken; null, the default, for no limit.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day that is taken; null, the default, for no limit.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>What «сегодня» means; null, the default, for the reader's day.</summary>
    public DateOnly? Today { get; init; }
}
