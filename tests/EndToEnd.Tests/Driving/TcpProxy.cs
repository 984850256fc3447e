using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>The network between a host and what it talks to, which can be cut in the two ways networks are.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Wire, byte> _wires = new();
    private readonly EndPoint _target;
    private readonly Task _accepting;
    private volatile State _state;

    private TcpProxy(EndPoint target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    private enum State
    {
        Open,
        Cut,
        Stalled,
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static TcpProxy To(EndPoint target) => new(target);

    /// <summary>The connections break at once, and so does every new one.</summary>
    public void Cut()
    {
        _state = State.Cut;
        foreach (var wire in _wires.Keys)
        {
            wire.Reset();
        }
    }

    /// <summary>
    /// Everything sent is swallowed and nobody is told. The connections of this time are dead for good, also after
    /// <see cref="Heal"/>: as when a router forgot them.
    /// </summary>
    public void Stall()
    {
        _state = State.Stalled;
        foreach (var wire in _wires.Keys)
        {
            wire.Swallow();
        }
    }

    /// <summary>New connections get through again.</summary>
    public void Heal() => _state = State.Open;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var wire in _wires.Keys)
        {
            wire.Reset();
        }

        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var near = await _listener.AcceptSocketAsync(_stopping.Token);
                _ = Task.Run(() => ServeAsync(near), CancellationToken.None);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket near)
    {
        var wire = new Wire(near, new Socket(_target.AddressFamily, SocketType.Stream, _target is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp));
        _wires[wire] = 0;
        try
        {
            if (_state == State.Cut)
            {
                wire.Reset();
            }
            else
            {
                if (_state == State.Stalled)
                {
                    wire.Swallow();
                }

                await wire.RunAsync(_target, _stopping.Token);
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            wire.Reset();
        }
        finally
        {
            _wires.TryRemove(wire, out _);
        }
    }

    /// <summary>One connection through the proxy.</summary>
    private sealed class Wire(Socket near, Socket far)
    {
        private volatile bool _swallows;

        public void Swallow() => _swallows = true;

        /// <summary>Ends both halves; the near one with a reset instead of an orderly end.</summary>
        public void Reset()
        {
            near.LingerState = new LingerOption(enable: true, 0);
            near.Dispose();
            far.Dispose();
        }

        public async Task RunAsync(EndPoint target, CancellationToken cancellationToken)
        {
            if (_swallows)
            {
                await CopyAsync(near, far, cancellationToken);
                return;
            }

            await far.ConnectAsync(target, cancellationToken);
            await Task.WhenAny(CopyAsync(near, far, cancellationToken), CopyAsync(far, near, cancellationToken));
            if (_swallows)
            {
                // The other end must not learn that this one gave up.
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            near.Dispose();
            far.Dispose();
        }

        private async Task CopyAsync(Socket from, Socket to, CancellationToken cancellationToken)
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await from.ReceiveAsync(buffer, cancellationToken)) > 0)
            {
                if (!_swallows)
                {
                    await to.SendAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }
        }
    }
}
