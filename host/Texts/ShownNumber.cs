using System.Globalization;

namespace DrAivBot.Host.Texts;

/// <summary>
/// A number as a user sees it: its visible fraction digits, which decide the plural form too, are the scale of the
/// decimal. A double shows up to 15 significant digits without closing zeros; a decimal shows its own.
/// </summary>
internal static class ShownNumber
{
    public static bool TryFrom(object? value, out decimal number)
    {
        (var known, number) = value switch
        {
            int whole => (true, whole),
            long whole => (true, whole),
            decimal exact => (true, exact),
            short or sbyte or byte or ushort or uint or ulong => (true, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            double real => FromDouble(real),
            float real => FromDouble(real),
            _ => (false, 0m),
        };
        return known;
    }

    /// <summary>Writes a number with the separators of a culture; false when the span is too short.</summary>
    public static bool TryWrite(decimal number, Span<char> into, out int written, CultureInfo culture)
    {
        Span<char> format = stackalloc char[3];
        format[0] = 'N';
        number.Scale.TryFormat(format[1..], out var digits, provider: CultureInfo.InvariantCulture);
        return number.TryFormat(into, out written, format[..(digits + 1)], culture);
    }

    private static (bool Known, decimal Number) FromDouble(double real) =>
        double.IsFinite(real) && Math.Abs(real) < 1e28 ? (true, (decimal)real) : (false, 0m);
}
