using System.Buffers.Binary;
using DrAivBot.Analysis.Profile;
using DrAivBot.Analysis.Scoring;
using DrAivBot.Reports;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Results;

/// <summary>The report as a workbook.</summary>
internal sealed class ReportWorkbook(ReportContent content, ReadOnlyMemory<byte>? bars, ReadOnlyMemory<byte>? matrix)
{
    private const double LabelWidth = 24;
    private const double ValueWidth = 70;

    /// <summary>Of a row and of a character in pixels of the screen.</summary>
    private const double RowHeight = 20.67;
    private const double CharacterWidth = 7;

    /// <summary>What a page in portrait holds.</summary>
    private const int MostRows = 50;

    private const int PngWidthAt = 16;
    private const int PngHeightAt = 20;

    private readonly ReportSheets _sheets = new(content);

    private IText Text => content.Text;

    public Workbook Write() => new()
    {
        Sheets =
        [
            Summary(), _sheets.Divisions(), _sheets.Departments(), _sheets.WeakPoints(), _sheets.Plan(),
            new GivenAnswerSheets(content, _sheets).Answers(), new GivenAnswerSheets(content, _sheets).Gaps(),
            .. content.Result.Comparison is { } comparison ? [_sheets.Comparison(comparison) with { IsPortrait = true }] : Array.Empty<Sheet>(),
        ],
    };

    private Sheet Summary()
    {
        var rows = new List<IReadOnlyList<Cell>>(SummaryRows());
        var pictures = new List<SheetPicture>();
        foreach (var png in new[] { bars, matrix })
        {
            if (png is { } picture)
            {
                // The picture lies on empty rows, so that it is printed as well.
                rows.Add([]);
                var span = RowsOf(picture);
                pictures.Add(new() { Png = picture, Row = ReportSheets.RowsAbove + rows.Count, Column = 0, RowSpan = span, ColumnSpan = 2, KeepsProportions = true });
                rows.AddRange(Enumerable.Repeat<IReadOnlyList<Cell>>([], span));
            }
        }

        return _sheets.Make("summary", [("what", LabelWidth), ("value", ValueWidth)], rows) with { Pictures = pictures, IsPortrait = true };
    }

    private IEnumerable<IReadOnlyList<Cell>> SummaryRows()
    {
        var (scores, profile) = (content.Result.Scores, content.Result.Assessment.Profile);
        yield return [Label("score"), _sheets.Score(scores.Company) with { IsBold = true }];
        yield return [Label("zone"), Cell.Text(scores.Company is { } score ? ReportText.ZoneName(Text, content.Result.Assessment.Questions, score) : ReportText.Percent(Text, score: null))];
        yield return [Label("coverage"), Cell.Percent(Scores.Shown(scores.Coverage) / ReportSheets.Hundred)];
        yield return [Label("summary"), Cell.Text(content.Texts.Summary)];
        yield return [Label("industry"), Cell.Text(ProfileText.Industry(Text, profile))];
        yield return [Label("product"), Cell.Text(profile.Product)];
        yield return [Label("employees"), Cell.Number(profile.Employees)];
        yield return [Label("goal"), Cell.Text(profile.Goal)];
        yield return [Label("disclaimer"), Cell.Text(content.Texts.Disclaimer)];
    }

    private Cell Label(string key) => Cell.Text(Text.Get("analysis.sheet.label." + key)) with { IsBold = true };

    /// <summary>How many rows a picture as wide as both columns covers; one that would be higher than a page is shown smaller.</summary>
    private static int RowsOf(ReadOnlyMemory<byte> png)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(png.Span[PngWidthAt..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(png.Span[PngHeightAt..]);
        return Math.Min(MostRows, (int)Math.Ceiling((LabelWidth + ValueWidth) * CharacterWidth * height / width / RowHeight));
    }
}
