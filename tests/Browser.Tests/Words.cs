namespace DrAivBot.Browser.Tests;

/// <summary>What page and bot say on the way to post 21, in one language.</summary>
public sealed record Words
{
    public static readonly Words Russian = new()
    {
        NewPerson = "Новый пользователь",
        Name = "Имя",
        Language = "Русский",
        Add = "Создать",
        Start = "НАЧАТЬ",
        Greeting = "Здравствуйте, ",
        ToLanguage = "🌐 Язык",
        AsksLanguage = "На каком языке",
        Create = "🚀 Создать компанию",
        AsksName = "Как называется ваша компания?",
        AsksZone = "В каком часовом поясе",
        Zone = "Москва",
        AsksCurrency = "В какой валюте",
        Review = "Всё верно?",
        Confirm = "✅ Создать",
        Welcome = "создана",
        Structure = "🏛 Структура",
        Chart = "Структура компании",
        Menu = "🏠 Меню",
        Acts = "Действия",
        OfDivision = "есть свободный пост",
        OfDepartment = "Чем занимается",
        OfPost = "На посту",
        Invite = "📨 Пригласить",
        AsksLife = "Сколько будет действовать ссылка?",
        Invited = "Приглашение создано",
        Offer = "Вас приглашают в компанию",
        Accept = "✅ Принять",
        Consent = "Согласие на обработку персональных данных",
        Consents = "✅ Даю согласие и вступаю",
        Joined = "Добро пожаловать в компанию",
        JoinedNotice = "ваше приглашение принято",
        Held = "Этот пост уже ваш",
    };

    public static readonly Words English = new()
    {
        NewPerson = "New person",
        Name = "Name",
        Language = "English",
        Add = "Create",
        Start = "START",
        Greeting = "Hello, ",
        ToLanguage = "🌐 Language",
        AsksLanguage = "Which language",
        Create = "🚀 Create a company",
        AsksName = "What is your company called?",
        AsksZone = "Which time zone",
        Zone = "Moscow",
        AsksCurrency = "Which currency",
        Review = "Is everything right?",
        Confirm = "✅ Create",
        Welcome = "is created",
        Structure = "🏛 Structure",
        Chart = "Structure of",
        Menu = "🏠 Menu",
        Acts = "Actions",
        OfDivision = "a post is vacant",
        OfDepartment = "What it does",
        OfPost = "Holder",
        Invite = "📨 Invite",
        AsksLife = "How long shall the link be valid?",
        Invited = "The invitation is ready",
        Offer = "You are invited to the company",
        Accept = "✅ Accept",
        Consent = "Consent to the processing of personal data",
        Consents = "✅ I consent and join",
        Joined = "Welcome to the company",
        JoinedNotice = "your invitation was accepted",
        Held = "The post is already yours",
    };

    public required string NewPerson { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    public required string Add { get; init; }

    public required string Start { get; init; }

    public required string Greeting { get; init; }

    public required string ToLanguage { get; init; }

    public required string AsksLanguage { get; init; }

    public required string Create { get; init; }

    public required string AsksName { get; init; }

    public required string AsksZone { get; init; }

    public required string Zone { get; init; }

    public required string AsksCurrency { get; init; }

    public required string Review { get; init; }

    public required string Confirm { get; init; }

    public required string Welcome { get; init; }

    public required string Structure { get; init; }

    public required string Chart { get; init; }

    public required string Menu { get; init; }

    public required string Acts { get; init; }

    public required string OfDivision { get; init; }

    public required string OfDepartment { get; init; }

    public required string OfPost { get; init; }

    public required string Invite { get; init; }

    public required string AsksLife { get; init; }

    public required string Invited { get; init; }

    public required string Offer { get; init; }

    public required string Accept { get; init; }

    public required string Consent { get; init; }

    public required string Consents { get; init; }

    public required string Joined { get; init; }

    public required string JoinedNotice { get; init; }

    public required string Held { get; init; }

    public static Words Of(string locale) => locale.StartsWith("ru", StringComparison.Ordinal) ? Russian : English;
}
