using DrAivBot.Reports;

namespace DrAivBot.Host.Tests.Reports;

/// <summary>Weeks to be drawn in tests.</summary>
internal static class Weeks
{
    private const int Meeting = 0x1D4ED8;
    private const int Work = 0x047857;
    private const int Deadline = 0xC2410C;
    private const int Away = 0x6D28D9;

    public static WeekPicture Of(string kind) => new()
    {
        Title = "23–29 ноября 2026",
        Subtitle = "Анна Вторая · неделя 48",
        WholeDay = "весь день",
        More = count => $"ещё {count}",
        Legend = kind == "empty" ? [] :
        [
            new() { Title = "Встреча", Color = Meeting }, new() { Title = "Задача", Color = Work },
            new() { Title = "Срок", Color = Deadline }, new() { Title = "Отсутствие", Color = Away },
        ],
        Days = kind switch { "busy" => Busy(), "quiet" => Quiet(), _ => Days() },
    };

    public static WeekPicture OneDay(WeekPictureBlock block) =>
        Of("empty") with { Days = [new() { Title = "Понедельник, 23 ноября", Blocks = [block] }] };

    public static WeekPictureBlock Block(string title, double from, double until, int color = Meeting, string? note = null, bool isFaint = false) => new()
    {
        Title = title,
        Note = note,
        From = TimeSpan.FromHours(from),
        Until = TimeSpan.FromHours(until),
        Color = color,
        IsFaint = isFaint,
    };

    private static WeekPictureDay[] Days(params WeekPictureBlock[][] blocks) =>
    [
        .. new[] { "Пн 23", "Вт 24", "Ср 25", "Чт 26", "Пт 27", "Сб 28", "Вс 29" }.Select((title, i) => new WeekPictureDay
        {
            Title = title,
            IsToday = i == 2,
            IsRest = i > 4,
            Now = i == 2 ? new TimeSpan(13, 20, 0) : null,
            Blocks = i < blocks.Length ? blocks[i] : [],
        }),
    ];

    private static WeekPictureDay[] Quiet() => Days([Block("Планёрка", 10, 11, note: "10:00")], [], [Block("Обед с партнёром «Северный ветер»", 13, 14.5, note: "13:00 · кафе")]);

    private static WeekPictureDay[] Busy() => Days(
        [Block("Планёрка отделения продаж", 9, 10, note: "9:00"), Block("Отчёт", 10, 10.25, Work), Block("Звонок", 10.25, 10.5), Block("Совещание о бюджете на первый квартал", 14, 16, note: "14:00 · переговорная 2")],
        [Block("Собеседование", 11, 12, note: "11:00"), Block("Звонок Иванову", 11.25, 12.25), Block("Занят", 11.5, 13, isFaint: true), Block("Ещё одно", 11.5, 12), Block("И ещё", 11.6, 12), Block("Ревью", 15, 16.5, Work)],
        [Block("Летучка", 9.5, 9.75), Block("Обучение новых сотрудников", 10, 13, note: "10:00 · класс"), Block("Встреча с клиентом", 12, 13.5), new() { Title = "Сдать баланс", IsWholeDay = true, Color = Deadline }],
        [new() { Title = "Отпуск", IsWholeDay = true, Color = Away }, new() { Title = "Инвентаризация склада", IsWholeDay = true, Color = Work }, new() { Title = "Аудит", IsWholeDay = true }, new() { Title = "Аренда", IsWholeDay = true, Color = Deadline }],
        [Block("Планирование недели", 15, 16, note: "15:00"), Block("Ранний рейс", 6.5, 8), Block("Ужин", 19, 21, note: "19:00")],
        [Block("Дежурство", 10, 14, Work)]);
}
