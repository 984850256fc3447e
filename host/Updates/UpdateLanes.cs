using DrAivBot.Host.Database;
using DrAivBot.Host.Lanes;
using DrAivBot.Host.Metrics;
using DrAivBot.Host.Telegram;
using Npgsql;

namespace DrAivBot.Host.Updates;

/// <summary>Runs the turns of each person one after another, persons side by side.</summary>
internal sealed partial class UpdateLanes(DatabaseAccess access, BotIdentity bot, WakeUp wakeUp, HostCondition condition, TimeProvider time, ILogger<UpdateLanes> logger)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private const string FindDue = "select distinct lane from core.inbox where bot_id = $1 and next_at <= now() limit 1000";

    /// <summary>Lanes that wait here; with more of them, the other hosts are woken to take their share.</summary>
    private const int Crowd = 64;

    /// <summary>
    /// Lanes that may wait here with updates that nobody has stored: a fifth of a second's work. Storing costs as much as a
    /// turn, so a bound that a burst reaches would halve the speed just when it is needed.
    /// </summary>
    private const int Unstored = 1000;

    private volatile LaneQueue? _queue;

    /// <summary>Whether more waits than this host works off at once.</summary>
    public bool IsCrowded => _queue?.Count > Crowd;

    /// <summary>Whether so many wait that what comes now is stored first.</summary>
    public bool IsFull => _queue?.Count > Unstored;

    /// <summary>Says that a lane has one more update.</summary>
    public void Signal(long lane) => _queue?.Signal(lane);

    /// <summary>Says that a lane has an update, unless it waits for its turn already or no turns begin any more.</summary>
    public bool TrySignal(long lane) => _queue?.TrySignal(lane) ?? false;

    /// <summary>Runs turns until cancelled, and waits for those under way.</summary>
    /// <param name="limits">How much runs side by side.</param>
    /// <param name="runGroup">Runs the next turn of each lane of a group.</param>
    /// <param name="stopping">Begin no more turns.</param>
    /// <param name="abort">Give up the turns under way.</param>
    public async Task RunAsync(
        LaneLimits limits, Func<LaneGroup, CancellationToken, Task> runGroup, CancellationToken stopping, CancellationToken abort)
    {
        _queue = new(limits, runGroup, time);
        await Together.RunAsync(_queue.RunAsync(stopping, abort), PollAsync(_queue, stopping));
        _queue = null;
    }

    /// <summary>Finds updates that nobody signalled: left by a crash, taken in by another host, or due for another try.</summary>
    private async Task PollAsync(LaneQueue queue, CancellationToken stopping)
    {
        do
        {
            condition.Beat("turns");
            try
            {
                await using var command = access.Host.CreateCommand(FindDue);
                command.Parameters.Add(Sql.Value(bot.Id));
                await using var reader = await command.ExecuteReaderAsync(stopping);
                while (await reader.ReadAsync(stopping))
                {
                    queue.SignalIfIdle(reader.GetInt64(0));
                }
            }
            catch (NpgsqlException away)
            {
                LogAway(away.GetType().Name);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
        while (await wakeUp.WaitAsync(PollInterval, stopping));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Error}); updates wait")]
    private partial void LogAway(string error);
}
