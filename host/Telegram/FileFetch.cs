using DrAivBot.Files;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace DrAivBot.Host.Telegram;

/// <summary>Downloads what users sent. Never takes more than it was told to, and never throws for what Telegram or the network does.</summary>
internal sealed class FileFetch(ITelegramBotClient bot) : IIncomingFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(80);

    public async Task<FileDownload> DownloadAsync(IncomingFile file, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBytes, IncomingFile.MaxBytes);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            var found = await bot.GetFile(file.Id, timeout.Token);
            return found switch
            {
                { FilePath: null } => Failed(FileDownloadKind.Gone),
                { FileSize: { } size } when size > maxBytes => Failed(FileDownloadKind.TooLarge),
                _ => await ReadAsync(found.FilePath, (int)(found.FileSize ?? maxBytes), timeout.Token),
            };
        }
        catch (ApiRequestException refused)
        {
            return Failed(Understand(refused));
        }
        catch (Exception away) when (away is RequestException or HttpRequestException or IOException)
        {
            return Failed(FileDownloadKind.Unavailable);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(FileDownloadKind.Unavailable);
        }
    }

    private async Task<FileDownload> ReadAsync(string path, int size, CancellationToken cancellationToken)
    {
        // A stream over a given array takes no byte more than that, whatever the server sends.
        var content = new byte[size];
        using var stream = new MemoryStream(content);
        stream.SetLength(0);
        try
        {
            await bot.DownloadFile(path, stream, cancellationToken);
        }
        catch (NotSupportedException)
        {
            return Failed(FileDownloadKind.TooLarge);
        }

        return new() { Kind = FileDownloadKind.Done, Content = content.AsMemory(0, (int)stream.Length) };
    }

    private static FileDownloadKind Understand(ApiRequestException refused) => refused.ErrorCode switch
    {
        400 when refused.Message.Contains("too big", StringComparison.OrdinalIgnoreCase) => FileDownloadKind.TooLarge,
        400 or 404 => FileDownloadKind.Gone,
        _ => FileDownloadKind.Unavailable,
    };

    private static FileDownload Failed(FileDownloadKind kind) => new() { Kind = kind };
}
