namespace DrAivBot.Screens;

/// <summary>A part of a list that fits on a screen.</summary>
/// <typeparam name="TItem">An item of the list.</typeparam>
public sealed record Page<TItem>
{
    /// <summary>The items of this page, in order.</summary>
    public required IReadOnlyList<TItem> Items { get; init; }

    /// <summary>Number of this page, counted from 0.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages there are; 1 for an empty list.</summary>
    public required int Count { get; init; }
}

/// <summary>Cuts lists into pages.</summary>
public static class Page
{
    /// <summary>How many items a page has unless a caller says otherwise.</summary>
    public const int DefaultSize = 8;

    /// <summary>Cuts a page out of a list that is in memory.</summary>
    /// <typeparam name="TItem">An item of the list.</typeparam>
    /// <param name="all">The whole list.</param>
    /// <param name="number">The page wanted, counted from 0; beyond the ends, the nearest.</param>
    /// <param name="size">Items a page, at least 1.</param>
    /// <returns>The page.</returns>
    public static Page<TItem> Of<TItem>(IReadOnlyList<TItem> all, int number, int size = DefaultSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var count = Math.Max(1, (all.Count + size - 1) / size);
        var within = Math.Clamp(number, 0, count - 1);
        return new() { Items = [.. all.Skip(within * size).Take(size)], Number = within, Count = count };
    }
}
