namespace DrAivBot.Host.Assistant;

/// <summary>What stands for what was taken out, in the language of the answer.</summary>
internal sealed record MaskedWords
{
    public static MaskedWords Russian { get; } = new()
    {
        Person = "сотрудник",
        Post = "пост",
        Phone = "телефон",
        Mail = "почта",
        Link = "ссылка",
        Handle = "имя в сети",
    };

    public static MaskedWords English { get; } = new()
    {
        Person = "employee",
        Post = "post",
        Phone = "phone",
        Mail = "e-mail",
        Link = "link",
        Handle = "user name",
    };

    public required string Person { get; init; }

    /// <summary>Before the number.</summary>
    public required string Post { get; init; }

    public required string Phone { get; init; }

    public required string Mail { get; init; }

    public required string Link { get; init; }

    public required string Handle { get; init; }

    public static MaskedWords In(string? language) => language == "ru" ? Russian : English;
}
