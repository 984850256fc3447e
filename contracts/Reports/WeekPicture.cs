namespace DrAivBot.Reports;

/// <summary>
/// A week, or a part of it, to be drawn: days side by side, hours from the top, what happens as coloured blocks. What
/// happens at the same time stands side by side; what lasts whole days stands in a row of its own. Long titles wrap and are
/// cut with «…». Hours without blocks are left out beyond those that are to be shown.
/// </summary>
public sealed record WeekPicture
{
    /// <summary>In large letters, for example <c>23–29 ноября 2026</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Below the title; null, the default, for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The days from the left, 1 to 7.</summary>
    public required IReadOnlyList<WeekPictureDay> Days { get; init; }

    /// <summary>The first hour that is shown in any case, 0 to 23. 9 by default.</summary>
    public int FirstHour { get; init; } = 9;

    /// <summary>The hour until which is shown in any case, 1 to 24, later than <see cref="FirstHour"/>. 18 by default.</summary>
    public int LastHour { get; init; } = 18;

    /// <summary>Beside the row of what lasts whole days, for example <c>весь день</c>.</summary>
    public required string WholeDay { get; init; }

    /// <summary>How many blocks there is no place for, for example <c>ещё 3</c>. A short text.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>What the colours mean, below the days. None by default.</summary>
    public IReadOnlyList<PictureLegend> Legend { get; init; } = [];
}

/// <summary>A day on the picture of a week.</summary>
public sealed record WeekPictureDay
{
    /// <summary>Above the day, for example <c>Пн 23</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is today, which stands out. False by default.</summary>
    public bool IsToday { get; init; }

    /// <summary>Whether nobody works on it: it steps back, and is narrow while it has no blocks. False by default.</summary>
    public bool IsRest { get; init; }

    /// <summary>The time it is, as a line across the day, from its midnight; null, the default, for no line.</summary>
    public TimeSpan? Now { get; init; }

    /// <summary>What happens, in any order. What runs over midnight is a block of each day. None by default.</summary>
    public IReadOnlyList<WeekPictureBlock> Blocks { get; init; } = [];
}

/// <summary>Something that happens on a day.</summary>
public sealed record WeekPictureBlock
{
    /// <summary>What it is; emoji are left out.</summary>
    public required string Title { get; init; }

    /// <summary>Below the title where there is room, for example a place; null, the default, for none.</summary>
    public string? Note { get; init; }

    /// <summary>When it begins, from midnight of the day: 0 to 24 hours. Ignored when it lasts the whole day.</summary>
    public TimeSpan From { get; init; }

    /// <summary>When it ends, from midnight of the day: later than it begins, at most 24 hours. Ignored when it lasts the whole day.</summary>
    public TimeSpan Until { get; init; }

    /// <summary>Whether it lasts the whole day. False by default.</summary>
    public bool IsWholeDay { get; init; }

    /// <summary>Its colour as 0xRRGGBB. A dark blue by default.</summary>
    public int Color { get; init; } = 0x1D4ED8;

    /// <summary>Whether it is not certain, or only takes time: an outline instead of a filled block. False by default.</summary>
    public bool IsFaint { get; init; }
}

/// <summary>What a colour of a picture means.</summary>
public sealed record PictureLegend
{
    /// <summary>The meaning, a word or two.</summary>
    public required string Title { get; init; }

    /// <summary>The colour as 0xRRGGBB.</summary>
    public required int Color { get; init; }
}
