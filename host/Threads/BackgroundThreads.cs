using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DrAivBot.Host.Threads;

/// <summary>
/// Threads of low priority for what takes more than a moment: those of the pool, as many as there are processors, are for
/// turns. Each begins when there is something to do and none is free. The usual ones live as long as the host; when they
/// are blocked, more come and go.
/// </summary>
internal sealed class BackgroundThreads : TaskScheduler, IDisposable
{
    /// <summary>When nothing that waits was begun for so long, all threads are taken to be blocked.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Half of the processors, at least one: the others stay for those who wait for the answer to a press.</summary>
    public static readonly int Half = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly object _gate = new();
    private readonly Queue<Task> _waiting = new();
    private readonly ITimer _watch;
    private readonly string _name;
    private readonly int _usual;
    private readonly int _most;
    private int _threads;
    private int _free;
    private long _taken;
    private long _takenBefore;
    private bool _isWatched;
    private bool _isEnded;

    /// <param name="name">Of each thread, as the system shows it: at most 15 letters.</param>
    /// <param name="usual">How many there are while none is blocked.</param>
    /// <param name="most">How many there are at most.</param>
    /// <param name="time">Tells how long nothing was begun; null for the system's clock.</param>
    public BackgroundThreads(string name, int usual, int most, TimeProvider? time = null)
    {
        (_name, _usual, _most) = (name, usual, most);
        _watch = (time ?? TimeProvider.System).CreateTimer(static self => ((BackgroundThreads)self!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override int MaximumConcurrencyLevel => _most;

    /// <summary>Does something when a thread is free.</summary>
    public Task<T> RunAsync<T>(Func<T> act, CancellationToken cancellationToken) => Task.Factory.StartNew(
        act, cancellationToken, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously, this);

    /// <summary>The same with what also waits: while it does, its thread is free for others.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> act) => RunAsync<Task<T>>(act, CancellationToken.None).Unwrap();

    /// <summary>The threads end when nothing is left to do; what comes later is still done.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            Monitor.PulseAll(_gate);
        }

        _watch.Dispose();
    }

    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            _waiting.Enqueue(task);
            if (_waiting.Count > _free && _threads < _usual)
            {
                Begin();
            }
            else if (!_isWatched && _threads < _most)
            {
                Watch();
            }

            Monitor.Pulse(_gate);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
        {
            return [.. _waiting];
        }
    }

    private void Begin()
    {
        _threads++;
        new Thread(Work) { IsBackground = true, Name = _name }.Start();
    }

    private void Watch() => (_isWatched, _takenBefore) = (_watch.Change(Patience, Timeout.InfiniteTimeSpan), _taken);

    private void Look()
    {
        lock (_gate)
        {
            _isWatched = false;
            if (_waiting.Count == 0 || _threads >= _most)
            {
                return;
            }

            if (_taken == _takenBefore)
            {
                Begin();
            }

            Watch();
        }
    }

    private void Work()
    {
        LowPriority.TakeForThisThread();
        while (WorkOnce())
        {
        }
    }

    /// <summary>A method of its own, so that a thread that waits holds nothing of what it made last: files are large, and what a job answers may be of a module that has to leave.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool WorkOnce()
    {
        if (!TryTake(out var task))
        {
            return false;
        }

        TryExecuteTask(task);
        return true;
    }

    /// <returns>False when the thread shall end.</returns>
    private bool TryTake([NotNullWhen(true)] out Task? task)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_isEnded && _threads <= _usual)
            {
                _free++;
                Monitor.Wait(_gate);
                _free--;
            }

            if (_waiting.TryDequeue(out task))
            {
                _taken++;
                return true;
            }

            _threads--;
            return false;
        }
    }
}
