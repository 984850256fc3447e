namespace DrAivBot.Browser.Tests;

/// <summary>What the analysis says on the way from its start to the report, in one language.</summary>
public sealed record AnalysisWords
{
    public static readonly AnalysisWords Russian = new()
    {
        Menu = "📊 Анализ 7×21",
        Begin = "🚀 Начать анализ",
        AsksIndustry = "В какой отрасли работает компания?",
        Industry = "Розница",
        AsksModel = "На чём компания зарабатывает?",
        Model = "Смешанная",
        AsksProduct = "Какой ваш главный продукт?",
        Product = "Кухни на заказ",
        AsksEmployees = "Сколько в компании сотрудников?",
        AsksAge = "Сколько лет компании?",
        Skip = "⏭ Не отвечать",
        AsksCurrency = "В какой валюте вы ведёте учёт?",
        AsksRevenue = "Какая средняя выручка в месяц?",
        AsksCosts = "Какие постоянные расходы в месяц?",
        AsksGoal = "Какая главная цель на 12 месяцев?",
        Goal = "Вырасти вдвое",
        Review = "Проверьте, всё ли верно.",
        Right = "✅ Всё верно",
        AsksVariant = "Сколько вопросов?",
        Express = "⚡ Экспресс",
        Question = "вопрос {0}/21",
        Overview = "На все вопросы есть ответ",
        Finish = "✅ Завершить",
        AsksFinish = "Завершить анализ?",
        Confirm = "✅ Завершить анализ",
        Report = "Отчёт анализа 7×21",
        ByTemplate = "без искусственного интеллекта",
        File = "Анализ 7x21",
        OpenResult = "🏁 Открыть результат",
        Result = "Результат анализа",
        Order = "📄 Отчёт",
    };

    public static readonly AnalysisWords English = new()
    {
        Menu = "📊 7×21 analysis",
        Begin = "🚀 Begin an analysis",
        AsksIndustry = "Which industry is the company in?",
        Industry = "Retail",
        AsksModel = "How does the company earn its money?",
        Model = "Mixed",
        AsksProduct = "What is your main product?",
        Product = "Made-to-measure kitchens",
        AsksEmployees = "How many employees does the company have?",
        AsksAge = "How old is the company",
        Skip = "⏭ Skip",
        AsksCurrency = "In which currency do you keep accounts?",
        AsksRevenue = "What is the average monthly revenue?",
        AsksCosts = "What are the fixed monthly costs?",
        AsksGoal = "What is the main goal for 12 months?",
        Goal = "Grow twice",
        Review = "Please check that all is right.",
        Right = "✅ All right",
        AsksVariant = "How many questions?",
        Express = "⚡ Express",
        Question = "question {0}/21",
        Overview = "All questions are answered",
        Finish = "✅ Finish",
        AsksFinish = "Finish the analysis?",
        Confirm = "✅ Finish the analysis",
        Report = "Report of the 7×21 analysis",
        ByTemplate = "without AI",
        File = "7x21 analysis",
        OpenResult = "🏁 Open the result",
        Result = "Result of the analysis",
        Order = "📄 Report",
    };

    public required string Menu { get; init; }

    public required string Begin { get; init; }

    public required string AsksIndustry { get; init; }

    public required string Industry { get; init; }

    public required string AsksModel { get; init; }

    public required string Model { get; init; }

    public required string AsksProduct { get; init; }

    public required string Product { get; init; }

    public required string AsksEmployees { get; init; }

    public required string AsksAge { get; init; }

    public required string Skip { get; init; }

    public required string AsksCurrency { get; init; }

    public required string AsksRevenue { get; init; }

    public required string AsksCosts { get; init; }

    public required string AsksGoal { get; init; }

    public required string Goal { get; init; }

    public required string Review { get; init; }

    public required string Right { get; init; }

    public required string AsksVariant { get; init; }

    public required string Express { get; init; }

    /// <summary>In the place of {0} the number.</summary>
    public required string Question { get; init; }

    public required string Overview { get; init; }

    public required string Finish { get; init; }

    public required string AsksFinish { get; init; }

    public required string Confirm { get; init; }

    public required string Report { get; init; }

    public required string ByTemplate { get; init; }

    /// <summary>How the names of its files begin.</summary>
    public required string File { get; init; }

    public required string OpenResult { get; init; }

    public required string Result { get; init; }

    public required string Order { get; init; }

    public static AnalysisWords Of(string locale) => locale.StartsWith("ru", StringComparison.Ordinal) ? Russian : English;
}
