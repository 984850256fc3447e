namespace DrAivBot.Host.Texts;

/// <summary>
/// Lets an operator say things in other words: <c>&lt;data directory&gt;/texts/&lt;owner&gt;/ru.json</c> and <c>en.json</c>
/// replace single texts of the owner. They are checked like the originals; a file with an error is reported and ignored
/// as a whole, so that a slip of the pen never stops the bot.
/// </summary>
internal sealed partial class TextOverrides(string dataDirectory, ILogger<TextOverrides> logger)
{
    public async Task<TextCatalogue> ApplyAsync(TextCatalogue catalogue, CancellationToken cancellationToken)
    {
        foreach (var language in Language.All)
        {
            catalogue = await ApplyAsync(catalogue, language, cancellationToken);
        }

        return catalogue;
    }

    private async Task<TextCatalogue> ApplyAsync(TextCatalogue catalogue, Language language, CancellationToken cancellationToken)
    {
        var path = Path.Combine(dataDirectory, "texts", catalogue.Owner, TextFile.NameOf(language));
        if (!File.Exists(path) || await ReadAsync(path, catalogue, language, cancellationToken) is not { } file)
        {
            return catalogue;
        }

        List<string> errors = [.. file.Errors, .. Compare(catalogue, file)];
        if (errors.Count > 0)
        {
            LogRefused(path, string.Join(" ", errors));
            return catalogue;
        }

        LogApplied(file.Entries.Count, path);
        return catalogue.Replace(language, file.Entries);
    }

    private async Task<TextFile?> ReadAsync(string path, TextCatalogue catalogue, Language language, CancellationToken cancellationToken)
    {
        try
        {
            return TextFile.Read(catalogue.Owner, language, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogRefused(path, exception.Message);
            return null;
        }
    }

    private static IEnumerable<string> Compare(TextCatalogue catalogue, TextFile file)
    {
        foreach (var (key, replacement) in file.Entries)
        {
            if (catalogue.Find(key, file.Language) is not { } original)
            {
                yield return $"{file.Name}: '{key}' replaces nothing.{NearestName.Suggest(key, catalogue.Keys)}";
            }
            else if (TextParity.Compare(original, replacement) is { } difference)
            {
                yield return $"{file.Name}: '{key}' {difference}, unlike the original.";
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} texts are replaced by {Path}")]
    private partial void LogApplied(int count, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} is ignored and the original texts are used: {Reasons}")]
    private partial void LogRefused(string path, string reasons);
}
