using System.Diagnostics;

namespace DrAivBot.Rig;

/// <summary>Single-threaded epoll loop with timers. All rig code runs on it, so nothing needs a lock.</summary>
internal sealed class Reactor
{
    private readonly int _epoll = Native.CreateEpoll();
    private readonly Dictionary<int, Connection> _connections = [];
    private readonly Dictionary<int, Action> _listeners = [];
    private readonly PriorityQueue<Action, long> _timers = new();
    private readonly byte[] _events = new byte[16 * 256];
    private bool _stop;

    public static long Now => Stopwatch.GetTimestamp();
    public static long Ticks(double seconds) => (long)(seconds * Stopwatch.Frequency);

    public void At(long ticks, Action action) => _timers.Enqueue(action, ticks);
    public void After(double seconds, Action action) => At(Now + Ticks(seconds), action);
    public void Stop() => _stop = true;

    public void Listen(int port, Func<Connection, bool> onInput)
    {
        int fd = Native.Listen(port);
        _listeners[fd] = () =>
        {
            for (int c = Native.Accept(fd); c >= 0; c = Native.Accept(fd))
            {
                Register(new Connection(c, onInput, null));
            }
        };
        Native.Control(_epoll, Native.CtlAdd, fd, Native.EpollIn);
    }

    public Connection? Connect(int port, Func<Connection, bool> onInput, Action<Connection> onClosed)
    {
        int fd = Native.Connect(port);
        if (fd < 0)
        {
            return null;
        }

        var c = new Connection(fd, onInput, onClosed);
        Register(c);
        return c;
    }

    private void Register(Connection c)
    {
        _connections[c.Fd] = c;
        Native.Control(_epoll, Native.CtlAdd, c.Fd, Native.EpollIn);
    }

    public void Flush(Connection c)
    {
        while (c.Output.Length > 0 && !c.Closed)
        {
            int n = Native.Send(c.Fd, c.Output.Span);
            if (n > 0)
            {
                if (n == c.Output.Length)
                {
                    c.Output.Clear();
                }
                else
                {
                    c.Output.RemoveFirst(n);
                }

                continue;
            }
            if (Native.Errno is Native.EAgain or 107 /* ENOTCONN: connect still under way */)
            {
                if (!c.WantsWrite) { c.WantsWrite = true; Native.Control(_epoll, Native.CtlMod, c.Fd, Native.EpollIn | Native.EpollOut); }
                return;
            }
            Close(c);
            return;
        }
        if (c.WantsWrite && !c.Closed) { c.WantsWrite = false; Native.Control(_epoll, Native.CtlMod, c.Fd, Native.EpollIn); }
    }

    public void Close(Connection c)
    {
        if (c.Closed)
        {
            return;
        }

        c.Closed = true;
        _connections.Remove(c.Fd);
        Native.Close(c.Fd);
        c.OnClosed?.Invoke(c);
    }

    public void Run()
    {
        _stop = false;
        while (!_stop)
        {
            while (!_stop && _timers.TryPeek(out var action, out long due) && due <= Now) { _timers.Dequeue(); action(); }
            if (_stop)
            {
                break;
            }

            long wait = 100_000_000;
            if (_timers.TryPeek(out _, out long next))
            {
                wait = Math.Clamp((next - Now) * 1_000_000_000 / Stopwatch.Frequency, 0, wait);
            }

            int n = Native.Wait(_epoll, _events, wait);
            for (int i = 0; i < n; i++)
            {
                var (events, fd) = Native.Event(_events, i);
                if (_listeners.TryGetValue(fd, out var accept)) { accept(); continue; }
                if (!_connections.TryGetValue(fd, out var c))
                {
                    continue;
                }

                if ((events & Native.EpollOut) != 0)
                {
                    Flush(c);
                }

                if ((events & (Native.EpollIn | Native.EpollErr | Native.EpollHup)) != 0 && !c.Closed)
                {
                    Read(c);
                }
            }
        }
    }

    private void Read(Connection c)
    {
        while (true)
        {
            if (c.InputLength == c.Input.Length)
            {
                Array.Resize(ref c.Input, c.Input.Length * 2);
            }

            int room = c.Input.Length - c.InputLength;
            int n = Native.Receive(c.Fd, c.Input.AsSpan(c.InputLength));
            if (n < 0 && Native.Errno is Native.EAgain or Native.EIntr)
            {
                break;
            }

            if (n <= 0) { Close(c); return; }
            c.InputLength += n;
            if (n < room)
            {
                break;
            }
        }
        if (!c.OnInput(c))
        {
            Close(c);
        }
    }
}
