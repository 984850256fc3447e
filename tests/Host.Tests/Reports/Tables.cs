using DrAivBot.Reports;

namespace DrAivBot.Host.Tests.Reports;

/// <summary>Tables to be drawn in tests.</summary>
internal static class Tables
{
    public static IReadOnlyList<int> Zones { get; } = [0xFCA5A5, 0xFED7AA, 0xFEF08A, 0x86EFAC];

    public static TablePicture Of(int rows, int columns) => new()
    {
        Title = "План и результат недели",
        Subtitle = "Северный ветер · 23–29 ноября 2026",
        More = count => $"и ещё {count}",
        Columns = [.. Enumerable.Range(0, columns).Select(i => new TablePictureColumn { Title = i == 0 ? "Отделение" : $"Столбец {i}", Alignment = i == 0 ? TableAlignment.Start : TableAlignment.Center })],
        Rows =
        [
            .. Enumerable.Range(0, rows).Select(row => new TablePictureRow
            {
                Kind = row % 9 == 0 ? TableRowKind.Heading : TableRowKind.Plain,
                Cells = [.. Enumerable.Range(0, columns).Select(i => new TablePictureCell { Text = i == 0 ? "Отделение квалификации и качества" : $"{row * i}" })],
            }),
            new() { Kind = TableRowKind.Total, Cells = [new() { Text = "Всего" }] },
        ],
    };

    /// <summary>21 departments and 7 aspects.</summary>
    public static TablePicture Matrix() => new()
    {
        Title = "Оценка 7×21",
        Subtitle = "Северный ветер",
        More = count => $"и ещё {count}",
        Columns =
        [
            new() { Title = "Отдел" },
            .. new[] { "Владелец", "Процесс", "Показатель", "Скорость", "Качество", "Результат", "Узкое место" }
                .Select(title => new TablePictureColumn { Title = title, Alignment = TableAlignment.Center, Share = 1 }),
        ],
        Rows =
        [
            .. Enumerable.Range(1, 21).Select(department => new TablePictureRow
            {
                Cells =
                [
                    new() { Text = $"{department} · Отдел персонала" },
                    .. Enumerable.Range(0, 7).Select(aspect => new TablePictureCell { Text = $"{(department * 13 * (aspect + 1)) % 101}", Fill = Zones[(department + aspect) % 4] }),
                ],
            }),
        ],
        Legend = [.. Zones.Select((color, i) => new PictureLegend { Title = new[] { "ниже 30", "30–54", "55–79", "80 и выше" }[i], Color = color })],
    };
}
