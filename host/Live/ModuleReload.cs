using DrAivBot.Host.Modules;
using Npgsql;

namespace DrAivBot.Host.Live;

/// <summary>
/// Makes what runs follow plugins.json. A file that cannot be used changes nothing: the modules run on as they were, and
/// the reason stands in the log, in <see cref="Problem"/> and in an alert until the file is mended.
/// </summary>
internal sealed partial class ModuleReload(PluginsFile start, ModuleCatalogue catalogue, ModuleNews news, ILogger<ModuleReload> logger) : IDisposable
{
    private readonly SemaphoreSlim turnstile = new(1);
    private volatile PluginsFile present = start;
    private volatile string? problem;

    /// <summary>The last file that could be used.</summary>
    public PluginsFile Present => present;

    /// <summary>What is wrong with the file now, with line and column; null when nothing is.</summary>
    public string? Problem => problem;

    /// <summary>Reads the file and applies it.</summary>
    /// <param name="again">Ids of modules to load again even if nothing about them changed.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <returns>Whether the file could be used; what became of each module stands in its status.</returns>
    /// <exception cref="NpgsqlException">The database is away: nothing has changed.</exception>
    public async Task<bool> ApplyAsync(IReadOnlyCollection<string> again, CancellationToken cancellationToken)
    {
        // Read and applied one after another, so that what was read first never replaces what was written since.
        await turnstile.WaitAsync(cancellationToken);
        try
        {
            return await ReadAndApplyAsync(again, cancellationToken);
        }
        finally
        {
            turnstile.Release();
        }
    }

    public void Dispose() => turnstile.Dispose();

    private async Task<bool> ReadAndApplyAsync(IReadOnlyCollection<string> again, CancellationToken cancellationToken)
    {
        PluginsFile file;
        try
        {
            file = await PluginsFile.ReadAsync(present.Path, cancellationToken);
        }
        catch (PluginsFileException broken)
        {
            Report(broken.Message);
            return false;
        }

        if (problem is not null)
        {
            LogMended(file.Path);
            problem = null;
        }

        var before = catalogue.Statuses;
        await catalogue.ApplyAsync(file, again, news.PrepareAsync, cancellationToken);
        present = file;
        news.Tell(before, catalogue.Statuses);
        return true;
    }

    private void Report(string reason)
    {
        if (problem == reason)
        {
            return;
        }

        // Whoever sees it finds it in the log.
        LogBroken(reason);
        news.TellBroken(reason);
        problem = reason;
    }

    [LoggerMessage(LogLevel.Error, "The modules run on as they were, because the list of them cannot be used: {Reason}")]
    private partial void LogBroken(string reason);

    [LoggerMessage(LogLevel.Information, "{Path} can be used again")]
    private partial void LogMended(string path);
}
