using DrAivBot.Host.Configuration;
using DrAivBot.Host.Logging;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Live;
using Npgsql;

namespace DrAivBot.Host.Live;

/// <summary>
/// Sees changes of plugins.json and of the modules' files, however they are made: written in place, slowly, renamed over,
/// or by a link that points elsewhere. The system's notice of a change is only a hint to look at once; what counts is the
/// content, looked at every two seconds, and used when it has stopped changing.
/// </summary>
internal sealed partial class PluginsWatch(ModuleReload reload, DirectorySettings directories, ILogger<PluginsWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(150);

    /// <summary>Half of a slow write looks like a broken file; so long it may look broken before that is said.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Looks between two that compare the content of all files, for those whose time and length did not change.</summary>
    private const int LooksBetween = 30;

    private string text = reload.Present.Text;
    private string glance = "";
    private string? content;
    private int looks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hints = new FileHints(directories.PluginsFile);
        glance = ModuleFingerprint.Glance(reload.Present.Entries);
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await hints.WaitAsync(Pace, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        var (found, files) = Compare();
        var isDue = ++looks >= LooksBetween;
        if (found == text && files == glance && !(isDue && await IsContentOtherAsync(stopping)))
        {
            return;
        }

        (found, files) = await WaitUntilCalmAsync(Calm, stopping);
        if (found != text && !CanBeUsed(found))
        {
            (found, files) = await WaitUntilCalmAsync(Patience, stopping);
        }

        try
        {
            await reload.ApplyAsync([], stopping);
            (text, glance) = (found, found == text ? files : ModuleFingerprint.Glance(reload.Present.Entries));
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // Boundary "module load": nothing changed, so that the next look finds the same difference and tries again.
            LogNotApplied(fault is NpgsqlException ? "the database is away" : ExceptionWords.Describe(fault));
        }
    }

    /// <summary>Finds what was replaced without a change of time and length.</summary>
    private async Task<bool> IsContentOtherAsync(CancellationToken stopping)
    {
        looks = 0;
        var now = string.Join('\n', await Task.WhenAll(reload.Present.Entries.Select(entry => ModuleFingerprint.OfAsync(entry, stopping))));
        var isOther = content is not null && content != now;
        content = now;
        return isOther;
    }

    private (string Text, string Files) Compare() => (Read(directories.PluginsFile), ModuleFingerprint.Glance(reload.Present.Entries));

    private async Task<(string Text, string Files)> WaitUntilCalmAsync(TimeSpan calm, CancellationToken stopping)
    {
        var last = Compare();
        while (true)
        {
            // Files know no other clock than the machine's.
            await Task.Delay(calm, TimeProvider.System, stopping);
            var next = Compare();
            if (next == last)
            {
                return last;
            }

            last = next;
        }
    }

    private bool CanBeUsed(string found)
    {
        try
        {
            return PluginsFile.Parse(directories.PluginsFile, found).Entries.Count >= 0;
        }
        catch (PluginsFileException)
        {
            return false;
        }
    }

    /// <summary>Empty when it is not there at this moment, as between the two steps of a replacement.</summary>
#pragma warning disable MA0045 // A file of some kilobytes, read on a thread of the pool every two seconds.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
#pragma warning restore MA0045

    [LoggerMessage(LogLevel.Warning, "A change of modules could not be made and is tried again: {Reason}")]
    private partial void LogNotApplied(string reason);
}
