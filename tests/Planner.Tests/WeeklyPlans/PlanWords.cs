namespace DrAivBot.Planner.Tests.WeeklyPlans;

/// <summary>What stands on the buttons and in the messages, in both languages.</summary>
internal sealed record PlanWords
{
    public static PlanWords Russian { get; } = new()
    {
        Add = "➕ Задача",
        Product = "Продукт",
        Statistic = "Статистика",
        Order = "Приказ",
        Send = "📤 Отправить",
        Waiting = "📥 Ждут моего",
        Agree = "✅ Согласовать",
        Return = "↩️ Вернуть",
        Close = "🏁 Сдать отчёт",
        Done = "✅ Сделано",
        Part = "🟡 Частично",
        No = "❌ Не сделано",
        TimeToPlan = "Пора планировать неделю",
        ToAgree = "План на согласование",
        Returned = "План возвращён",
        Agreed = "План согласован",
        TimeToReport = "Пора сдать отчёт",
        Reported = "Отчёт за неделю",
        Result = "Итог недели",
    };

    public static PlanWords English { get; } = new()
    {
        Add = "➕ Task",
        Product = "Product",
        Statistic = "Statistic",
        Order = "An order",
        Send = "📤 Send",
        Waiting = "📥 Waiting for me",
        Agree = "✅ Agree",
        Return = "↩️ Return",
        Close = "🏁 Hand in",
        Done = "✅ Done",
        Part = "🟡 In part",
        No = "❌ Not done",
        TimeToPlan = "Time to plan the week",
        ToAgree = "A plan to agree to",
        Returned = "Plan returned",
        Agreed = "Plan agreed",
        TimeToReport = "Time to report",
        Reported = "Report of the week",
        Result = "Result of the week",
    };

    public required string Add { get; init; }

    public required string Product { get; init; }

    public required string Statistic { get; init; }

    public required string Order { get; init; }

    public required string Send { get; init; }

    public required string Waiting { get; init; }

    public required string Agree { get; init; }

    public required string Return { get; init; }

    public required string Close { get; init; }

    public required string Done { get; init; }

    public required string Part { get; init; }

    public required string No { get; init; }

    public required string TimeToPlan { get; init; }

    public required string ToAgree { get; init; }

    public required string Returned { get; init; }

    public required string Agreed { get; init; }

    public required string TimeToReport { get; init; }

    public required string Reported { get; init; }

    public required string Result { get; init; }

    public static PlanWords Of(string language) => language == "ru" ? Russian : English;
}
