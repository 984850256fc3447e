using System.Collections.Concurrent;

namespace DrAivBot.Host.Reports;

/// <summary>
/// Threads on which files are made, for as long as the host lives: those of the pool are for what takes a moment, and the
/// C library keeps memory for each thread that ever drew a picture.
/// </summary>
internal sealed class ReportThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _queue = [];
    private readonly Lock _gate = new();
    private readonly int _count;
    private bool _isStarted;

    /// <param name="count">How many files are made at a time.</param>
    public ReportThreads(int count) => _count = count;

    public override int MaximumConcurrencyLevel => _count;

    /// <summary>Makes one when a thread is free.</summary>
    public Task<T> RunAsync<T>(Func<T> make, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(make, cancellationToken, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously, this);

    public void Dispose() => _queue.CompleteAdding();

    protected override void QueueTask(Task task)
    {
        Start();
        _queue.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queue;

    /// <summary>With the first file: many hosts never make one.</summary>
    private void Start()
    {
        lock (_gate)
        {
            for (var i = 0; i < _count && !_isStarted; i++)
            {
                new Thread(Work) { IsBackground = true, Name = "reports", Priority = ThreadPriority.BelowNormal }.Start();
            }

            _isStarted = true;
        }
    }

    private void Work()
    {
        foreach (var task in _queue.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
