namespace DrAivBot.Host.Assistant;

/// <summary>Somebody whose name must not leave: a member of the company, or who once was one.</summary>
/// <param name="Names">As the company and as Telegram call them.</param>
/// <param name="UserName">At Telegram, without the sign before it; null for none.</param>
/// <param name="Post">The lowest number of the posts they hold for good; null for none.</param>
internal sealed record KnownPerson(IReadOnlyList<string> Names, string? UserName, int? Post);
