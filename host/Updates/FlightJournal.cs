using System.Buffers.Binary;
using System.Collections.Concurrent;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Database;
using DrAivBot.Host.Telegram;
using Microsoft.Win32.SafeHandles;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Names the updates whose handlers run right now in a small file, so that after a crash of the process only those are
/// suspect. Written without waiting for the disk: what a killed process wrote, the system still has. Its blocks are
/// allocated at the start, so that a full disk does not matter.
/// </summary>
internal sealed partial class FlightJournal : IDisposable
{
    /// <summary>Updates in one flight at most.</summary>
    public const int MaxGroup = 64;

    private const int MaxFlights = 64;
    private const int PlaceBytes = (MaxGroup + 1) * sizeof(long);
    private const long AloneMark = 1L << 32;

    // One that was neither stored nor answered comes again, to whichever host.
    private const string MarkSuspects = """
        with stored as (update core.inbox set is_suspect = true where bot_id = $1 and update_id = any($2))
        insert into core.suspects (bot_id, update_id)
        select $1, id from unnest($2) id
        where not exists (select from core.seen s where s.bot_id = $1 and s.update_id = id)
        on conflict do nothing
        """;

    private const string MarkCrashes = """
        update core.inbox set is_suspect = true, crashes = crashes + 1 where bot_id = $1 and update_id = any($2)
        """;

    private readonly DatabaseAccess _access;
    private readonly BotIdentity _bot;
    private readonly ILogger<FlightJournal> _logger;
    private readonly string _directory;
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly SafeFileHandle _file;
    private readonly ConcurrentBag<int> _free = [.. Enumerable.Range(0, MaxFlights)];

    public FlightJournal(HostSettings settings, DatabaseAccess access, BotIdentity bot, ILogger<FlightJournal> logger)
    {
        (_access, _bot, _logger) = (access, bot, logger);
        _directory = Path.Combine(settings.Host.DataDirectory, "journal");
        Directory.CreateDirectory(_directory);
        _path = Path.Combine(_directory, $"{Guid.NewGuid():N}.flights");
        _lock = new(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        _file = _lock.SafeFileHandle;
        RandomAccess.Write(_file, new byte[MaxFlights * PlaceBytes], 0);
    }

    /// <summary>Writes down updates before their handlers run; disposing it takes them out again.</summary>
    /// <param name="updateIds">At most <see cref="MaxGroup"/>.</param>
    /// <param name="isAlone">Whether a crash can be nobody else's fault.</param>
    public Entry Enter(IEnumerable<long> updateIds, bool isAlone)
    {
        if (!_free.TryTake(out var place))
        {
            return new(this, -1);
        }

        Span<byte> bytes = stackalloc byte[PlaceBytes];
        var count = 0;
        foreach (var id in updateIds)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(++count * sizeof(long))..], id);
        }

        BinaryPrimitives.WriteInt64LittleEndian(bytes, (long)(uint)count | (isAlone ? AloneMark : 0));
        try
        {
            RandomAccess.Write(_file, bytes[..((count + 1) * sizeof(long))], place * (long)PlaceBytes);
        }
        catch (IOException broken)
        {
            // Some file systems need room even for what is allocated. A flight that is not written down is no worse than none.
            LogNotWritten(broken.GetType().Name);
        }

        return new(this, place);
    }

    /// <summary>Reads what hosts left behind that died, and marks those updates as suspect. Called before turns begin.</summary>
    public async Task MarkSuspectsAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(_directory, "*.flights").Where(path => path != _path))
        {
            if (TryOpen(path) is not { } left)
            {
                continue;
            }

            await using (left)
            {
                var (together, alone) = Read(left.SafeFileHandle);
                await MarkAsync(MarkSuspects, together, cancellationToken);
                await MarkAsync(MarkCrashes, alone, cancellationToken);
                if (together.Count + alone.Count > 0)
                {
                    LogSuspects(together.Count + alone.Count);
                }

                File.Delete(path);
            }
        }
    }

    public void Dispose()
    {
        File.Delete(_path);
        _lock.Dispose();
    }

    /// <summary>Another host's journal stays locked for as long as that host lives.</summary>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static (List<long> Together, List<long> Alone) Read(SafeFileHandle file)
    {
        var (together, alone) = (new List<long>(), new List<long>());
        var bytes = new byte[PlaceBytes];
        for (var place = 0; place < MaxFlights; place++)
        {
            if (RandomAccess.Read(file, bytes, place * (long)PlaceBytes) < PlaceBytes)
            {
                break;
            }

            var head = BinaryPrimitives.ReadInt64LittleEndian(bytes);
            var count = (int)Math.Clamp(head & ~AloneMark, 0, MaxGroup);
            for (var i = 1; i <= count; i++)
            {
                ((head & AloneMark) != 0 ? alone : together).Add(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i * sizeof(long))));
            }
        }

        return (together, alone);
    }

    private async Task MarkAsync(string sql, List<long> updateIds, CancellationToken cancellationToken)
    {
        if (updateIds.Count == 0)
        {
            return;
        }

        await using var command = _access.Host.CreateCommand(sql);
        Sql.AddTo(command.Parameters, Sql.Value(_bot.Id), Sql.Values([.. updateIds]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Leave(int place)
    {
        if (place < 0)
        {
            return;
        }

        try
        {
            RandomAccess.Write(_file, stackalloc byte[sizeof(long)], place * (long)PlaceBytes);
        }
        catch (IOException broken)
        {
            LogNotWritten(broken.GetType().Name);
        }

        _free.Add(place);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The journal of updates in flight could not be written ({Error})")]
    private partial void LogNotWritten(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A host ended without warning while {Count} updates were in flight; they are run alone now")]
    private partial void LogSuspects(int count);

    /// <summary>Updates that are written down.</summary>
    internal readonly struct Entry(FlightJournal journal, int place) : IDisposable
    {
        public void Dispose() => journal.Leave(place);
    }
}
