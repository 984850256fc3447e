using DrAivBot.Reports;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Shares the width of a table among its columns.</summary>
internal static class TableWidths
{
    /// <summary>What a text longer than this needs, it can wrap.</summary>
    private const float MostNatural = 620;

    private const float MostWord = 330;

    public static float[] Of(TablePicture picture, TableStyle style, float width)
    {
        var least = Least(picture, style);
        var natural = Enumerable.Range(0, least.Length).Select(column => Math.Max(least[column], Math.Min(MostNatural, Need(picture, style, column, WholeText)))).ToArray();
        GiveShares(picture, natural, least, width);
        var spare = width - natural.Sum();
        if (spare >= 0)
        {
            // Whoever has much to say gets most of what is left.
            var texts = natural.Select((need, i) => picture.Columns[i].Alignment == TableAlignment.Start ? need : need * 0.5f).ToArray();
            return [.. natural.Select((need, i) => need + (spare * texts[i] / texts.Sum()))];
        }

        var slack = natural.Zip(least, (most, few) => most - few).ToArray();
        var ratio = slack.Sum() > 0 ? Math.Min(1, -spare / slack.Sum()) : 0;
        var shrunk = natural.Select((need, i) => need - (slack[i] * ratio)).ToArray();
        return [.. shrunk.Select(column => column * Math.Min(1, width / shrunk.Sum()))];
    }

    /// <summary>What the longest word of each column needs.</summary>
    public static float[] Least(TablePicture picture, TableStyle style)
    {
        var least = Enumerable.Range(0, picture.Columns.Count).Select(column => Math.Min(MostWord, Need(picture, style, column, LongestWord))).ToArray();

        // Columns with a share keep their proportions even where they are narrowest.
        var unit = least.Select((need, i) => picture.Columns[i].Share is > 0 and var share ? need / (float)share : 0).Max();
        return [.. least.Select((need, i) => picture.Columns[i].Share is > 0 and var share ? unit * (float)share : need)];
    }

    private static void GiveShares(TablePicture picture, float[] natural, float[] least, float width)
    {
        var shares = picture.Columns.Select(column => (float)Math.Max(0, column.Share ?? 0)).ToArray();
        var free = width - natural.Where((_, i) => shares[i] <= 0).Sum();
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] > 0)
            {
                natural[i] = Math.Max(least[i], free * shares[i] / shares.Sum());
            }
        }
    }

    private static float Need(TablePicture picture, TableStyle style, int column, Func<Lettering, string, float> measure) => (2 * style.Padding) + picture.Rows
        .Where(row => row.Kind != TableRowKind.Heading && row.Cells.Count > column)
        .Select(row => measure(row.Kind == TableRowKind.Total || row.Cells[column].IsBold ? style.Bold : style.Plain, row.Cells[column].Text))
        .Append(LongestWord(style.Header, picture.Columns[column].Title))
        .Max();

    private static float WholeText(Lettering letters, string text) => letters.Measure(text) + 2;

    private static float LongestWord(Lettering letters, string text) =>
        text.Split(' ').Select(word => letters.Measure(word) + 2).Max();
}
