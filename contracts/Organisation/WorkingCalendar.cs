namespace DrAivBot.Organisation;

/// <summary>
/// The days and hours a company works, in its own zone: a value, so that any number of terms can be reckoned without
/// asking the database again. Instants go in and out with any offset; those that come out have the company's.
/// </summary>
public sealed record WorkingCalendar
{
    /// <summary>How far a working day is looked for before the calendar is taken for one without any.</summary>
    private const int LongestRest = 1500;

    /// <summary>The company's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Hours of the days of the week that are worked.</summary>
    public required IReadOnlyDictionary<DayOfWeek, WorkingHours> Week { get; init; }

    /// <summary>Days that differ from their weekday, and whether they are worked. None by default.</summary>
    public IReadOnlyDictionary<DateOnly, bool> Days { get; init; } = new Dictionary<DateOnly, bool>();

    /// <summary>When only what is urgent disturbs.</summary>
    public required QuietHours Quiet { get; init; }

    /// <summary>When a week closes.</summary>
    public required WeekCutoff Cutoff { get; init; }

    /// <summary>The company's day at an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The day.</returns>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>Whether a day is worked.</summary>
    /// <param name="day">The day.</param>
    /// <returns>False for weekends and holidays.</returns>
    public bool IsWorkingDay(DateOnly day) => FindHours(day) is not null;

    /// <summary>The working hours of a day; a worked weekend has those of the earliest working day of the week.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Null when it is not worked.</returns>
    public WorkingHours? FindHours(DateOnly day) => Days.TryGetValue(day, out var isWorking)
        ? isWorking ? Week.GetValueOrDefault(day.DayOfWeek) ?? UsualHours : null
        : Week.GetValueOrDefault(day.DayOfWeek);

    /// <summary>The first moment of work at or after an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The instant itself when it is worked.</returns>
    /// <exception cref="InvalidOperationException">The company works on no day of the next years.</exception>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset instant)
    {
        var (from, _) = FirstWork(DayOf(instant), instant);
        return from > instant ? from : Local(instant);
    }

    /// <summary>An instant after so much working time.</summary>
    /// <param name="start">From when; outside working hours from the next working moment.</param>
    /// <param name="time">How much; less than nothing throws <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <returns>The instant; the end of a day rather than the beginning of the next.</returns>
    /// <exception cref="InvalidOperationException">The company works on no day of the next years.</exception>
    public DateTimeOffset AddWorkingTime(DateTimeOffset start, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var at = NextWorkingMoment(start);
        for (var left = time; ;)
        {
            var (_, until) = FirstWork(DayOf(at), at);
            if (left <= until - at)
            {
                return Local(at + left);
            }

            left -= until - at;
            at = NextWorkingMoment(until);
        }
    }

    /// <summary>The day that is so many working days later.</summary>
    /// <param name="day">From when; itself not counted.</param>
    /// <param name="count">How many; 0 is the day itself, fewer throw <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <returns>The day.</returns>
    /// <exception cref="InvalidOperationException">The company works on no day of the next years.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (; count > 0; count--)
        {
            day = NextWorkingDay(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The same time of day so many working days later.</summary>
    /// <param name="start">From when; outside working hours from the next working moment.</param>
    /// <param name="count">How many; fewer than 0 throw <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <returns>The instant, within the hours of its day.</returns>
    /// <exception cref="InvalidOperationException">The company works on no day of the next years.</exception>
    public DateTimeOffset AddWorkingDays(DateTimeOffset start, int count)
    {
        var from = NextWorkingMoment(start);
        var day = AddWorkingDays(DayOf(from), count);
        var (hours, time) = (FindHours(day)!, TimeOnly.FromDateTime(from.DateTime));
        return Instant(day, time < hours.From ? hours.From : time > hours.Until ? hours.Until : time);
    }

    /// <summary>How much working time lies between two instants.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="until">The later one.</param>
    /// <returns>Zero when it is not later.</returns>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var sum = TimeSpan.Zero;
        var last = DayOf(until);
        for (var day = DayOf(from); day <= last; day = day.AddDays(1))
        {
            if (WorkOn(day) is var (begins, ends))
            {
                var (first, end) = (begins > from ? begins : from, ends < until ? ends : until);
                sum += end > first ? end - first : TimeSpan.Zero;
            }
        }

        return sum;
    }

    /// <summary>Whether it is quiet.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>False from the moment quiet ends.</returns>
    public bool IsQuiet(DateTimeOffset instant) =>
        Quiet.From != Quiet.Until && TimeOnly.FromDateTime(Local(instant).DateTime).IsBetween(Quiet.From, Quiet.Until);

    /// <summary>The first moment at or after an instant that is not quiet.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The instant itself when it is not quiet.</returns>
    public DateTimeOffset AfterQuiet(DateTimeOffset instant)
    {
        if (!IsQuiet(instant))
        {
            return Local(instant);
        }

        var local = Local(instant);
        var endsTomorrow = TimeOnly.FromDateTime(local.DateTime) >= Quiet.Until;
        return Instant(DayOf(instant).AddDays(endsTomorrow ? 1 : 0), Quiet.Until);
    }

    /// <summary>When the week closes that an instant falls into.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Later than the instant: a closing moment itself begins the next week.</returns>
    public DateTimeOffset NextCutoff(DateTimeOffset instant)
    {
        var today = DayOf(instant);
        var cutoff = Instant(today.AddDays(((int)Cutoff.Day - (int)today.DayOfWeek + 7) % 7), Cutoff.At);
        return cutoff > instant ? cutoff : Instant(DayOf(cutoff).AddDays(7), Cutoff.At);
    }

    /// <summary>The instant of a time of day. A time that the clocks skip is the first after the gap; one that comes twice is the later.</summary>
    /// <param name="day">The day.</param>
    /// <param name="time">The time of day in the company's zone.</param>
    /// <returns>The instant.</returns>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
            local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        }

        return new(local, Zone.GetUtcOffset(local));
    }

    private WorkingHours? UsualHours => Week.OrderBy(day => ((int)day.Key + 6) % 7).Select(day => day.Value).FirstOrDefault();

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    private (DateTimeOffset From, DateTimeOffset Until)? WorkOn(DateOnly day) =>
        FindHours(day) is { } hours ? (Instant(day, hours.From), Instant(day, hours.Until)) : null;

    /// <summary>The first stretch of work that ends after an instant.</summary>
    private (DateTimeOffset From, DateTimeOffset Until) FirstWork(DateOnly day, DateTimeOffset after)
    {
        while (true)
        {
            day = NextWorkingDay(day);
            if (WorkOn(day) is { } work && work.Until > after)
            {
                return work;
            }

            day = day.AddDays(1);
        }
    }

    private DateOnly NextWorkingDay(DateOnly day)
    {
        for (var rest = 0; rest < LongestRest; rest++)
        {
            if (IsWorkingDay(day))
            {
                return day;
            }

            day = day.AddDays(1);
        }

        throw new InvalidOperationException("The company works on no day of the next years. Give it working days in its settings.");
    }
}
