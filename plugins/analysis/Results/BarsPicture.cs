using DrAivBot.Reports;

namespace DrAivBot.Analysis.Results;

/// <summary>Bars of the divisions as a picture: a table whose cells are the parts of the bars.</summary>
internal static class BarsPicture
{
    private const int Parts = 16;
    private const double NameShare = 10.6;
    private const double ScoreShare = 3.6;
    private const decimal Whole = 100;

    public static TablePicture Of(ReportContent content) => new()
    {
        Title = content.Text.Get("analysis.bars.title"),
        Subtitle = ReportText.Subtitle(content.Text, content),
        More = count => content.Text.Get("analysis.matrix.more", ("count", count)),
        Columns =
        [
            new() { Title = "", Share = NameShare },
            .. Enumerable.Range(0, Parts).Select(_ => new TablePictureColumn { Title = "", Share = 1 }),
            new() { Title = "", Share = ScoreShare, Alignment = TableAlignment.End },
        ],
        Rows =
        [
            .. content.Result.Scores.Divisions.Select(division => Row(content, NameOf(content, division.Number), division.Score, TableRowKind.Plain)),
            Row(content, content.Text.Get("analysis.matrix.company"), content.Result.Scores.Company, TableRowKind.Total),
        ],
        Legend = [.. content.Result.Assessment.Questions.Zones.Select((_, i) => new PictureLegend { Title = ReportText.ZoneRange(content, i), Color = ZoneColors.Of(i) })],
    };

    /// <summary>Beside a bar is place for a short name; what the company calls a division itself stays.</summary>
    private static string NameOf(ReportContent content, int number)
    {
        var name = content.Divisions[number];
        var isOwn = name != content.Result.Assessment.Questions.DivisionName(number, content.Text.Culture);
        return $"{number} · {(isOwn ? name : content.Text.Get(FormattableString.Invariant($"analysis.division.{number}")))}";
    }

    private static TablePictureRow Row(ReportContent content, string name, decimal? score, TableRowKind kind)
    {
        var fill = score is { } value ? ZoneColors.Of(content.Result.Assessment.Questions.ZoneOf(value)) : ZoneColors.Empty;
        var full = score is { } reached ? (int)Math.Round(reached * Parts / Whole, MidpointRounding.AwayFromZero) : 0;
        return new()
        {
            Kind = kind,
            Cells =
            [
                new() { Text = name },
                .. Enumerable.Range(0, Parts).Select(part => new TablePictureCell { Text = "", Fill = part < full ? fill : ZoneColors.Empty }),
                new() { Text = ReportText.Percent(content.Text, score), IsBold = true },
            ],
        };
    }
}
