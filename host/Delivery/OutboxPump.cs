using DrAivBot.Host.Database;
using Npgsql;

namespace DrAivBot.Host.Delivery;

/// <summary>
/// The one conversation of delivery with the database: whatever was sent and whatever was signalled during the last
/// round trip goes with the next, so that the busier the host, the less one message costs. What was sent is noted at
/// once, without a timer: a kill in between sends it twice.
/// </summary>
internal sealed partial class OutboxPump(
    DatabaseAccess access, OutboxTable table, OutboxNotes notes, DeliveryDesk desk, TokenGate gate, TimeProvider time, ILogger<OutboxPump> logger)
{
    /// <summary>How many results or claims one round trip carries at most.</summary>
    private const int MaxClaims = 512;

    private static readonly TimeSpan AwayPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Works until told to stop and nothing is in hand any more.</summary>
    /// <param name="send">Begins to send a message.</param>
    /// <param name="stopping">Claim no more.</param>
    /// <param name="abort">Do not wait for a database that is away.</param>
    public async Task RunAsync(Action<ChatWork> send, CancellationToken stopping, CancellationToken abort)
    {
        await using var wakes = stopping.Register(desk.Wake);
        while (true)
        {
            var (delivered, wanted) = desk.TakeWork();

            // What is wanted while nothing may be claimed is found again by the poll.
            var mayClaim = !gate.IsShut && !stopping.IsCancellationRequested;
            if (delivered.Count == 0 && (wanted.Count == 0 || !mayClaim))
            {
                if (stopping.IsCancellationRequested && desk.TryClose())
                {
                    return;
                }

                await desk.WaitAsync(CancellationToken.None);
                continue;
            }

            long[] chats = mayClaim ? [.. wanted.Take(MaxClaims)] : [];
            foreach (var late in wanted.Skip(chats.Length > 0 ? MaxClaims : wanted.Count))
            {
                desk.Want(late);
            }

            var claimed = await ExchangeAsync(delivered, chats, abort);
            Begin(desk.Take(claimed, mayHaveMore: true), send);
            foreach (var one in delivered)
            {
                if (desk.Finish(one.Message.ChatId) is { } next)
                {
                    send(next);
                }
            }
        }
    }

    private static void Begin(IReadOnlyList<ChatWork> begun, Action<ChatWork> send)
    {
        foreach (var work in begun)
        {
            send(work);
        }
    }

    /// <summary>
    /// Notes results and claims messages in one round trip. Waits for a database that is away: what was sent would
    /// otherwise be sent again when the claim has died.
    /// </summary>
    private async Task<IReadOnlyList<OutboxMessage>> ExchangeAsync(List<Delivered> delivered, long[] chats, CancellationToken abort)
    {
        while (true)
        {
            try
            {
                return await TryExchangeAsync(delivered, chats);
            }
            catch (NpgsqlException away) when (IsPassing(away))
            {
                LogAway(away.GetType().Name);
                if (delivered.Count == 0 || abort.IsCancellationRequested)
                {
                    return [];
                }

                await Task.Delay(AwayPause, time, CancellationToken.None);
            }
            catch (NpgsqlException wrong)
            {
                LogNotNoted(wrong, delivered.Count);
                await NoteOneByOneAsync(delivered);
                return [];
            }
        }
    }

    private async Task<IReadOnlyList<OutboxMessage>> TryExchangeAsync(List<Delivered> delivered, long[] chats)
    {
        await using var batch = access.Host.CreateBatch();
        notes.AddTo(batch, delivered);
        if (chats.Length == 0)
        {
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
            return [];
        }

        var lease = Guid.NewGuid();
        batch.BatchCommands.Add(table.CreateClaim(chats, lease));
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        return await OutboxTable.ReadClaimedAsync(reader, lease, CancellationToken.None);
    }

    /// <summary>One result that the database refuses must not keep the others from being noted.</summary>
    private async Task NoteOneByOneAsync(List<Delivered> delivered)
    {
        foreach (var one in delivered)
        {
            try
            {
                await TryExchangeAsync([one], []);
            }
            catch (NpgsqlException wrong)
            {
                LogNotNoted(wrong, 1);
            }
        }
    }

    private static bool IsPassing(NpgsqlException failure) =>
        DatabaseAccess.IsAway(failure) || failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.DiskFull or PostgresErrorCodes.TooManyConnections;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); messages wait in the outbox")]
    private partial void LogAway(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of {Count} message(s) could not be noted; each is tried by itself, and what stays is sent again")]
    private partial void LogNotNoted(Exception failure, int count);
}
