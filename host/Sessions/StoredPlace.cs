namespace DrAivBot.Host.Sessions;

/// <summary>A place the user was at: the tag of its route and its encoded fields.</summary>
internal sealed record StoredPlace(string Tag, string Fields);
