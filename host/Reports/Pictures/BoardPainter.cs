using DrAivBot.Reports;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>Draws an organisation board: the whole one wide, for a wall; a division tall, for a phone.</summary>
internal static class BoardPainter
{
    private const float ColumnWidth = 512;
    private const float WholeMargin = 64;
    private const float WholeGap = 24;
    private const int WholePosts = 5;
    private const float PageWidth = 1280;
    private const float PageMargin = 44;
    private const float PageGap = 26;
    private const int PagePosts = 12;

    public static byte[] Paint(BoardFonts fonts, OrgBoardPicture picture) =>
        picture.Divisions.Count == 1 ? PaintPage(fonts, picture) : PaintWhole(fonts, picture);

    private static byte[] PaintWhole(BoardFonts fonts, OrgBoardPicture picture)
    {
        using var style = BoardStyle.Whole(fonts);
        var count = picture.Divisions.Count;
        var width = (2 * WholeMargin) + (count * ColumnWidth) + ((count - 1) * WholeGap);
        using var title = new BoardTitle(fonts, picture, width - (2 * WholeMargin), 76, legendBeside: count > 3);
        var heads = picture.Divisions.Select(division => new DivisionPiece(fonts, style, picture.Words, division, ColumnWidth)).ToArray();
        var columns = picture.Divisions
            .Select(division => division.Departments
                .Select(department => new DepartmentPiece(style, picture.Words, department, BoardColors.Division(division.Number), ColumnWidth, columns: 1, WholePosts))
                .ToArray())
            .ToArray();

        // What stands side by side is equally high, so that the eye can go along the board.
        var headHeight = heads.Max(head => head.Height);
        var rowHeights = Enumerable.Range(0, columns.Max(column => column.Length))
            .Select(row => columns.Where(column => row < column.Length).Max(column => column[row].Height))
            .ToArray();
        var top = WholeMargin + title.Height + WholeGap;
        var height = top + headHeight + rowHeights.Sum(row => row + WholeGap) + WholeMargin;

        return PictureSurface.Paint(width, height, canvas =>
        {
            title.Draw(canvas, WholeMargin, WholeMargin * 0.7f, BoardColors.Division(7));
            for (var i = 0; i < count; i++)
            {
                var (x, y) = (WholeMargin + (i * (ColumnWidth + WholeGap)), top);
                heads[i].Draw(canvas, x, y, headHeight);
                heads[i].Dispose();
                y += headHeight + WholeGap;
                for (var row = 0; row < columns[i].Length; row++)
                {
                    columns[i][row].Draw(canvas, x, y, rowHeights[row]);
                    y += rowHeights[row] + WholeGap;
                }
            }
        });
    }

    private static byte[] PaintPage(BoardFonts fonts, OrgBoardPicture picture)
    {
        using var style = BoardStyle.Page(fonts);
        var division = picture.Divisions[0];
        var inner = PageWidth - (2 * PageMargin);
        var color = BoardColors.Division(division.Number);
        using var title = new BoardTitle(fonts, picture, inner, 58, legendBeside: false);
        using var head = new DivisionPiece(fonts, style, picture.Words, division, inner);
        var departments = division.Departments
            .Select(department => new DepartmentPiece(style, picture.Words, department, color, inner, columns: 2, PagePosts))
            .ToArray();
        var height = PageMargin + title.Height + PageGap + head.Height + departments.Sum(department => PageGap + department.Height) + PageMargin;

        return PictureSurface.Paint(PageWidth, height, canvas =>
        {
            var y = PageMargin;
            title.Draw(canvas, PageMargin, y, color);
            y += title.Height + PageGap;
            head.Draw(canvas, PageMargin, y, head.Height);
            y += head.Height + PageGap;
            foreach (var department in departments)
            {
                department.Draw(canvas, PageMargin, y, department.Height);
                y += department.Height + PageGap;
            }
        });
    }
}
