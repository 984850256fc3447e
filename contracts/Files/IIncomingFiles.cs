namespace DrAivBot.Files;

/// <summary>
/// Downloads what users sent. A core service without a database, to be used in an <see cref="Jobs.ILongJob{TPayload}"/> outside
/// its transactions: it waits for the network. Repeating a download does no harm. Implemented by the host; grows by new members.
/// </summary>
public interface IIncomingFiles
{
    /// <summary>Downloads a file.</summary>
    /// <param name="file">The file, as a dialog's step gave it.</param>
    /// <param name="maxBytes">The most that is taken, 1 to <see cref="IncomingFile.MaxBytes"/>, whatever the file says of its size.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>The content, or why there is none. Takes at most 80 seconds.</returns>
    Task<FileDownload> DownloadAsync(IncomingFile file, int maxBytes, CancellationToken cancellationToken);
}
