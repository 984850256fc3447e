using DrAivBot.Delivery;
using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>Files on their way to Telegram. They lie in the database, so that any host can send them and a backup has them.</summary>
internal sealed class FileTable(DatabaseAccess access)
{
    private const int MaxNameLength = 120;
    private const int MaxFiles = 10;

    private const string Insert = "insert into core.files (id, name, content) values ($1, $2, $3)";

    private const string Load = "select id, content, telegram_file_id from core.files where id = any($1)";

    /// <summary>Once Telegram has a file its id there serves for the others it goes to, and the content is dropped.</summary>
    private const string Replace = """
        update core.files f set telegram_file_id = sent.file_id, content = null
        from unnest($1::uuid[], $2::text[]) as sent (id, file_id) where f.id = sent.id and sent.file_id <> '' and f.content is not null
        """;

    private const string Forget = "delete from core.files where created_at < core.clock() - interval '30 days'";

    /// <summary>Stores files within the transaction of the work that sends them.</summary>
    /// <exception cref="ArgumentException">A file cannot be sent; the message says which and why.</exception>
    public static async Task<IReadOnlyList<OutgoingFile>> StoreAsync(
        TurnDatabase database, IReadOnlyList<Attachment> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return [];
        }

        if (files.Count > MaxFiles)
        {
            throw new ArgumentException($"{files.Count} files were attached; Telegram takes {MaxFiles} at once. Send the others with another message, or as one archive.", nameof(files));
        }

        var batch = database.CreateHostBatch();
        var stored = new List<OutgoingFile>(files.Count);
        foreach (var file in files)
        {
            Check(file);
            var outgoing = new OutgoingFile(Guid.CreateVersion7(now), file.Name, file.IsPhoto && file.Content.Length <= Attachment.MaxPhotoBytes, file.Caption.IsEmpty ? null : file.Caption.Html);
            stored.Add(outgoing);
            batch.Add(Insert, Sql.Value(outgoing.Id), Sql.Value(file.Name), new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = file.Content });
        }

        await batch.ExecuteAsync(cancellationToken);
        return stored;
    }

    /// <summary>The files in the order asked for; null when one of them is gone.</summary>
    public async Task<IReadOnlyList<UploadedFile>?> LoadAsync(IReadOnlyList<OutgoingFile> files, CancellationToken cancellationToken)
    {
        await using var command = access.Host.CreateCommand(Load);
        command.Parameters.Add(Sql.Values([.. files.Select(file => file.Id)]));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<Guid, (byte[]? Content, string? FileId)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetGuid(0)] = (reader.GetValue(1) as byte[], Sql.TextOrNull(reader, 2));
        }

        return files.All(file => found.ContainsKey(file.Id))
            ? [.. files.Select(file => new UploadedFile(file.Name, file.IsPhoto, found[file.Id].Content, found[file.Id].FileId, file.Caption))]
            : null;
    }

    /// <summary>Remembers the files' ids at Telegram in place of their content.</summary>
    public Task ReplaceAsync(IReadOnlyList<OutgoingFile> files, IReadOnlyList<string> fileIds, CancellationToken cancellationToken) =>
        ExecuteAsync(Replace, cancellationToken, Sql.Values([.. files.Take(fileIds.Count).Select(file => file.Id)]), Sql.Values([.. fileIds.Take(files.Count)]));

    /// <summary>Forgets files older than 30 days.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) => ExecuteAsync(Forget, cancellationToken);

    private static void Check(Attachment file)
    {
        if (file.Name.Length is 0 or > MaxNameLength || file.Name.AsSpan().IndexOfAny('/', '\\', '\0') >= 0)
        {
            throw new ArgumentException($"The file name '{file.Name}' must have 1 to {MaxNameLength} characters and no path.", nameof(file));
        }

        if (!HtmlSplit.Fits(file.Caption.Html, Attachment.MaxCaption))
        {
            throw new ArgumentException($"The caption of '{file.Name}' is longer than {Attachment.MaxCaption} characters. Say the rest in the screen or notification.", nameof(file));
        }

        if (file.Content.Length is 0 or > Attachment.MaxBytes)
        {
            throw new ArgumentException($"The file '{file.Name}' has {file.Content.Length} bytes; Telegram takes 1 to {Attachment.MaxBytes}.", nameof(file));
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = access.Host.CreateCommand(sql);
        Sql.AddTo(command.Parameters, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
