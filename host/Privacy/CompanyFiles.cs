using System.Text.RegularExpressions;
using DrAivBot.Delivery;
using DrAivBot.Files;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Privacy;

/// <summary>The files of one module in one company.</summary>
internal sealed partial class CompanyFiles(KeptFiles files, CompanyId? company, string module) : IKeptFiles
{
    public async Task KeepAsync(KeptFolder folder, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (content.Length > Attachment.MaxBytes)
        {
            throw new ArgumentException($"The file has {content.Length} bytes; at most {Attachment.MaxBytes} are kept, as many as a chat takes.", nameof(content));
        }

        var path = PathOf(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whoever reads meanwhile sees the old file or the new one, and a crash leaves no half of it.
        var fresh = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            await File.WriteAllBytesAsync(fresh, content, cancellationToken);
            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(KeptFolder folder, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(folder, name), cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(KeptFolder folder, string name) => company is not { } owner
        ? throw new InvalidOperationException("Files are kept for a company, and this work has none. Keep them in a turn of a member or in a job of a company.")
        : Names().IsMatch(name)
            ? Path.Combine(files.FolderOf(folder, owner), module, name)
            : throw new ArgumentException($"'{name}' cannot name a kept file. Use 1 to 100 characters of a-z, A-Z, 0-9, '.', '_' and '-', beginning with a letter or digit.", nameof(name));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
