namespace DrAivBot.Browser.Tests;

/// <summary>What the planner says on the way of one event, in one language.</summary>
public sealed record PlannerWords
{
    public static readonly PlannerWords Russian = new()
    {
        Menu = "📅 Планировщик",
        New = "➕ Событие",
        AsksLine = "Напишите одной строкой",
        Line = "завтра 15:00 обзор с {0} 1ч",
        Title = "обзор",
        Checks = "Проверьте, всё ли верно",
        Create = "✅ Создать",
        Today = "Сегодня",
        Tomorrow = "завтра",
        Week = "Неделя",
        Free = "свободно",
        Month = "Месяц",
        Agenda = "Ближайшее",
        HasDays = "1 день с событиями",
        Invited = "Приглашение: обзор",
        Open = "🗓 Открыть",
        Go = "Иду",
        Going = "✓ Иду",
        Move = "📅 Перенести",
        AsksDay = "На какой день перенести?",
        AsksHour = "На какое время?",
        Moved = "Перенесено: обзор",
        Parts = ["🕒 Когда", "👥 Участники", "🔁 Повтор", "🔔 Напоминания", "🗓 Календарь"],
        Cancel = "❌ Отмена",
        Files = "⇅ Обмен",
        FilesTitle = "Обмен с другими календарями",
        AsksCancel = "🗑 Отменить",
        CancelTitle = "Отменить событие",
    };

    public static readonly PlannerWords English = new()
    {
        Menu = "📅 Planner",
        New = "➕ Event",
        AsksLine = "Write one line",
        Line = "tomorrow 15:00 review with {0} 1h",
        Title = "review",
        Checks = "check that everything is right",
        Create = "✅ Create",
        Today = "Today",
        Tomorrow = "tomorrow",
        Week = "Week",
        Free = "· free",
        Month = "Month",
        Agenda = "Upcoming",
        HasDays = "There are events on 1 day",
        Invited = "Invitation: review",
        Open = "🗓 Open",
        Go = "Going",
        Going = "✓ Going",
        Move = "📅 Move",
        AsksDay = "To which day?",
        AsksHour = "To what time?",
        Moved = "Moved: review",
        Parts = ["🕒 When", "👥 People", "🔁 Repeat", "🔔 Reminders", "🗓 Calendar"],
        Cancel = "❌ Cancel",
        Files = "⇅ Exchange",
        FilesTitle = "other calendars",
        AsksCancel = "🗑 Cancel event",
        CancelTitle = "Cancel “review with",
    };

    public required string Menu { get; init; }

    public required string New { get; init; }

    public required string AsksLine { get; init; }

    public required string Line { get; init; }

    public required string Title { get; init; }

    public required string Checks { get; init; }

    public required string Create { get; init; }

    public required string Today { get; init; }

    public required string Tomorrow { get; init; }

    public required string Week { get; init; }

    public required string Free { get; init; }

    public required string Month { get; init; }

    public required string Agenda { get; init; }

    public required string HasDays { get; init; }

    public required string Invited { get; init; }

    public required string Open { get; init; }

    public required string Go { get; init; }

    public required string Going { get; init; }

    public required string Move { get; init; }

    public required string AsksDay { get; init; }

    public required string AsksHour { get; init; }

    public required string Moved { get; init; }

    /// <summary>Parts of a draft that are asked for anew.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required string Cancel { get; init; }

    public required string Files { get; init; }

    public required string FilesTitle { get; init; }

    public required string AsksCancel { get; init; }

    public required string CancelTitle { get; init; }

    public static PlannerWords Of(string locale) => locale.StartsWith("ru", StringComparison.Ordinal) ? Russian : English;
}
