namespace DrAivBot.Files;

/// <summary>
/// Files that a module keeps for a company in the data directory of the host: reports to be had again, answers as they were
/// given. They go when the company is erased; no other module and no other company sees them. A core service for turns, jobs
/// and event handlers with a company, guests' turns have none. A file is written at once, not with the commit of the work:
/// name it so that writing it again replaces it, and be able to make it anew, because hosts on several machines need not
/// share the directory. No names of people belong into it: what a person has erased is looked for in tables only.
/// Implemented by the host; grows by new members.
/// </summary>
public interface IKeptFiles
{
    /// <summary>Keeps a file, replacing one of the same name as a whole.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">1 to 100 characters of <c>a-z A-Z 0-9 . _ -</c>, beginning with a letter or digit; another one throws <see cref="ArgumentException"/>.</param>
    /// <param name="content">At most <see cref="Delivery.Attachment.MaxBytes"/>; more throws <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>When it is on the disk.</returns>
    /// <exception cref="InvalidOperationException">The work has no company.</exception>
    Task KeepAsync(KeptFolder folder, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Reads a file.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">As it was kept.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>The content; null when there is none, also on a machine where it was not kept.</returns>
    /// <exception cref="InvalidOperationException">The work has no company.</exception>
    Task<ReadOnlyMemory<byte>?> ReadAsync(KeptFolder folder, string name, CancellationToken cancellationToken);
}

/// <summary>Folders of the data directory that companies have a part of. New ones may come.</summary>
public enum KeptFolder
{
    /// <summary><c>data/reports</c>: what was made for people to read.</summary>
    Reports = 0,

    /// <summary><c>data/responses</c>: what people answered, as data.</summary>
    Responses = 1,
}
