using DrAivBot.Texts;

namespace DrAivBot.Host.Assistant;

/// <summary>What stands for what was taken out, in the language of the answer.</summary>
internal sealed record MaskedWords
{
    public required string Person { get; init; }

    /// <summary>Before the number.</summary>
    public required string Post { get; init; }

    public required string Phone { get; init; }

    public required string Mail { get; init; }

    public required string Link { get; init; }

    public required string Handle { get; init; }

    public static MaskedWords In(IText text) => new()
    {
        Person = text.Get("core.assistant.mask.person"),
        Post = text.Get("core.assistant.mask.post"),
        Phone = text.Get("core.assistant.mask.phone"),
        Mail = text.Get("core.assistant.mask.mail"),
        Link = text.Get("core.assistant.mask.link"),
        Handle = text.Get("core.assistant.mask.handle"),
    };
}
