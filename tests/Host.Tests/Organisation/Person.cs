using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Organisation;

/// <summary>Somebody who uses the bot.</summary>
internal sealed record Person(UserId Id, string Name, string Language)
{
    public static Person Named(string name, string language = "ru") => new(new UserId(Guid.NewGuid()), name, language);
}
