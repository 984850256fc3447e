using System.Collections.Concurrent;

namespace DrAivBot.Chaos;

/// <summary>The people of a run, each writing their updates one after another, all at the same time.</summary>
internal sealed class Crowd(Plan plan, Postman postman, Sends sends, int seed) : IDisposable
{
    private const int Connections = 64;

    /// <summary>Posting waits while so many updates per person are unanswered: chaos shall meet turns, not only intake.</summary>
    private const int UnansweredEach = 3;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _connections = new(Connections);
    private readonly ConcurrentBag<Task> _late = [];
    private readonly Random _random = new(seed);
    private int _posted;
    private int _repeated;

    /// <summary>How many updates were posted and acknowledged, repetitions not counted.</summary>
    public int Posted => Volatile.Read(ref _posted);

    /// <summary>How many were delivered twice on purpose.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    /// <summary>Posts everything.</summary>
    /// <param name="ending">Post no more new updates; what was begun is finished.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ActAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        await Task.WhenAll(plan.ByUser.Select(updates => ActAsync(updates, ending, cancellationToken)));
        await Task.WhenAll(_late);
    }

    public void Dispose() => _connections.Dispose();

    private async Task ActAsync(IReadOnlyList<PlannedUpdate> updates, CancellationToken ending, CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            while (Posted - sends.Answered > UnansweredEach * plan.ByUser.Count && !ending.IsCancellationRequested)
            {
                await Task.Delay(LookInterval, TimeProvider.System, cancellationToken);
            }

            if (ending.IsCancellationRequested)
            {
                return;
            }

            await DeliverAsync(update, cancellationToken);
            Interlocked.Increment(ref _posted);
        }
    }

    private async Task DeliverAsync(PlannedUpdate update, CancellationToken cancellationToken)
    {
        if (update.Repetition != Repetition.Once)
        {
            Interlocked.Increment(ref _repeated);
        }

        var twin = update.Repetition == Repetition.Twin ? PostAsync(update, cancellationToken) : Task.CompletedTask;
        await PostAsync(update, cancellationToken);
        await twin;
        if (update.Repetition == Repetition.Soon)
        {
            await PostAsync(update, cancellationToken);
        }
        else if (update.Repetition == Repetition.Late)
        {
            _late.Add(PostLateAsync(update, cancellationToken));
        }
    }

    private async Task PostLateAsync(PlannedUpdate update, CancellationToken cancellationToken)
    {
        TimeSpan delay;
        lock (_random)
        {
            delay = TimeSpan.FromSeconds(20 * _random.NextDouble());
        }

        await Task.Delay(delay, TimeProvider.System, cancellationToken);
        await PostAsync(update, cancellationToken);
    }

    private async Task PostAsync(PlannedUpdate update, CancellationToken cancellationToken)
    {
        await _connections.WaitAsync(cancellationToken);
        try
        {
            await postman.DeliverAsync(update, cancellationToken);
        }
        finally
        {
            _connections.Release();
        }
    }
}
