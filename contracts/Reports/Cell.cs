using System.Globalization;

namespace DrAivBot.Reports;

/// <summary>
/// A cell of a sheet. Text is always text: what begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> is never a formula, and characters
/// that a workbook cannot hold are left out.
/// </summary>
public sealed record Cell
{
    private Cell()
    {
    }

    /// <summary>Nothing.</summary>
    public static Cell Empty { get; } = new() { Kind = CellKind.Empty };

    /// <summary>What it holds.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The text; only with <see cref="CellKind.Text"/>, at most 32,767 characters are written.</summary>
    public string? TextValue { get; init; }

    /// <summary>The number, or the share of a percentage (0.25 is 25 %).</summary>
    public decimal NumberValue { get; init; }

    /// <summary>The day; only with <see cref="CellKind.Date"/>.</summary>
    public DateOnly DateValue { get; init; }

    /// <summary>Background as 0xRRGGBB; null, the default, for none.</summary>
    public int? Fill { get; init; }

    /// <summary>Whether it is bold. False by default.</summary>
    public bool IsBold { get; init; }

    /// <summary>A text.</summary>
    /// <param name="text">The text; null or empty is <see cref="Empty"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Text(string? text) => string.IsNullOrEmpty(text) ? Empty : new() { Kind = CellKind.Text, TextValue = text };

    /// <summary>A number.</summary>
    /// <param name="number">The number; null is <see cref="Empty"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Number(decimal? number) => number is { } value ? new() { Kind = CellKind.Number, NumberValue = value } : Empty;

    /// <summary>A percentage.</summary>
    /// <param name="share">0.25 is 25 %; null is <see cref="Empty"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Percent(decimal? share) => share is { } value ? new() { Kind = CellKind.Percent, NumberValue = value } : Empty;

    /// <summary>A day.</summary>
    /// <param name="day">The day, 1900 or later; null is <see cref="Empty"/>.</param>
    /// <returns>The cell.</returns>
    public static Cell Date(DateOnly? day) => day is { } value ? new() { Kind = CellKind.Date, DateValue = value } : Empty;

    /// <summary>What the cell says, for widths and logs; not what is written.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Kind switch
    {
        CellKind.Text => TextValue ?? "",
        CellKind.Number => NumberValue.ToString(CultureInfo.InvariantCulture),
        CellKind.Percent => NumberValue.ToString("0%", CultureInfo.InvariantCulture),
        CellKind.Date => DateValue.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "",
    };
}

/// <summary>What a cell holds. New ones may come.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty = 0,

    /// <summary>A text.</summary>
    Text = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>A day.</summary>
    Date = 3,

    /// <summary>A share, shown as a percentage.</summary>
    Percent = 4,
}
