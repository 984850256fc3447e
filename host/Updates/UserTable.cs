using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Updates;

/// <summary>Rows of core.users.</summary>
internal static class UserTable
{
    private const string Upsert = """
        insert into core.users (id, telegram_id, name, username, language_code) values ($1, $2, $3, $4, $5)
        on conflict (telegram_id) do update set name = excluded.name, username = excluded.username, language_code = excluded.language_code, unreachable_at = null
        returning id, name, language, time_zone
        """;

    /// <summary>Remembers a person at the first contact, or under a new name.</summary>
    public static async Task<UserRow> RememberAsync(TurnDatabase database, Sender sender, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var reader = await database.CreateHostBatch()
            .Add(Upsert, Sql.Value(Guid.CreateVersion7(now)), Sql.Value(sender.TelegramId), Sql.Value(Clean(sender.Name)), Sql.Optional(ReadUsername(sender.Username)), Sql.Optional(ReadLanguage(sender.LanguageCode)))
            .ReadAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new()
        {
            Id = reader.GetGuid(0),
            TelegramId = sender.TelegramId,
            Name = reader.GetString(1),
            Language = Sql.TextOrNull(reader, 2),
            TimeZone = Sql.TextOrNull(reader, 3),
            OwnTimeZone = Sql.TextOrNull(reader, 3),
        };
    }

    /// <summary>Telegram's usernames are plain; anything else comes from somebody else and is not kept.</summary>
    public static string? ReadUsername(string? username) =>
        username is { Length: > 0 and <= 32 } && username.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? username : null;

    /// <summary>The same for the tag of a language.</summary>
    private static string? ReadLanguage(string? tag) =>
        tag is { Length: > 0 and <= 35 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;

    /// <summary>A name without what PostgreSQL refuses or a reader cannot see, at most 130 characters.</summary>
    public static string Clean(string name)
    {
        var visible = string.Concat(name.Where(c => !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))).Trim();
        return visible.Length switch
        {
            0 => "—",
            > 130 => visible[..(char.IsHighSurrogate(visible[129]) ? 129 : 130)],
            _ => visible,
        };
    }
}
