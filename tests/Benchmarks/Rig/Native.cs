using System.Runtime.InteropServices;

namespace DrAivBot.Rig;

/// <summary>The few libc calls the rig needs: one thread, epoll, non-blocking sockets.</summary>
internal static unsafe partial class Native
{
    public const int EpollIn = 1, EpollOut = 4, EpollErr = 8, EpollHup = 16;
    public const int CtlAdd = 1, CtlDel = 2, CtlMod = 3;
    public const int EAgain = 11, EInProgress = 115, EIntr = 4;
    private const int AfInet = 2, SockStream = 1, SockNonBlock = 0x800, SockCloExec = 0x80000, MsgNoSignal = 0x4000;

    /// <summary>epoll_event is packed on x86-64 only.</summary>
    public static readonly int EventSize = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataOffset = EventSize == 12 ? 4 : 8;

    [StructLayout(LayoutKind.Sequential)]
    private struct SockAddrIn { public ushort Family, PortBigEndian; public uint Address; public ulong Zero; }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec { public nint Seconds, Nanoseconds; }

    [LibraryImport("libc", SetLastError = true)] private static partial int epoll_create1(int flags);
    [LibraryImport("libc", SetLastError = true)] private static partial int epoll_ctl(int ep, int op, int fd, byte* ev);
    [LibraryImport("libc", SetLastError = true)] private static partial int epoll_pwait2(int ep, byte* evs, int max, TimeSpec* timeout, void* sigmask);
    [LibraryImport("libc", SetLastError = true)] private static partial int socket(int domain, int type, int protocol);
    [LibraryImport("libc", SetLastError = true)] private static partial int bind(int fd, SockAddrIn* addr, int len);
    [LibraryImport("libc", SetLastError = true)] private static partial int listen(int fd, int backlog);
    [LibraryImport("libc", SetLastError = true)] private static partial int accept4(int fd, void* addr, void* len, int flags);
    [LibraryImport("libc", SetLastError = true)] private static partial int connect(int fd, SockAddrIn* addr, int len);
    [LibraryImport("libc", SetLastError = true)] private static partial int setsockopt(int fd, int level, int name, int* value, int len);
    [LibraryImport("libc", SetLastError = true)] private static partial int getsockopt(int fd, int level, int name, int* value, int* len);
    [LibraryImport("libc", SetLastError = true)] private static partial nint recv(int fd, byte* buf, nint len, int flags);
    [LibraryImport("libc", SetLastError = true)] private static partial nint send(int fd, byte* buf, nint len, int flags);
    [LibraryImport("libc", SetLastError = true)] private static partial int close(int fd);
    [LibraryImport("libc", SetLastError = true)] private static partial int kill(int pid, int signal);

    public static int Errno => Marshal.GetLastPInvokeError();
    public static int CreateEpoll() => Check(epoll_create1(SockCloExec));

    public static void Control(int ep, int op, int fd, int events)
    {
        byte* ev = stackalloc byte[16];
        *(int*)ev = events;
        *(long*)(ev + DataOffset) = fd;
        epoll_ctl(ep, op, fd, ev);
    }

    public static int Wait(int ep, Span<byte> events, long nanoseconds)
    {
        TimeSpec ts = new() { Seconds = (nint)(nanoseconds / 1_000_000_000), Nanoseconds = (nint)(nanoseconds % 1_000_000_000) };
        fixed (byte* p = events)
        {
            int n = epoll_pwait2(ep, p, events.Length / EventSize, &ts, null);
            return n < 0 ? 0 : n;
        }
    }

    public static (int Events, int Fd) Event(ReadOnlySpan<byte> events, int index)
    {
        var e = events.Slice(index * EventSize, EventSize);
        return (MemoryMarshal.Read<int>(e), MemoryMarshal.Read<int>(e[DataOffset..]));
    }

    public static int Listen(int port)
    {
        int fd = Check(socket(AfInet, SockStream | SockNonBlock | SockCloExec, 0));
        SetOption(fd, 1, 2, 1); // SO_REUSEADDR
        var addr = Loopback(port);
        Check(bind(fd, &addr, sizeof(SockAddrIn)));
        Check(listen(fd, 1024));
        return fd;
    }

    public static int Accept(int fd)
    {
        int c = accept4(fd, null, null, SockNonBlock | SockCloExec);
        if (c >= 0)
        {
            SetOption(c, 6, 1, 1); // TCP_NODELAY
        }

        return c;
    }

    public static int Connect(int port)
    {
        int fd = Check(socket(AfInet, SockStream | SockNonBlock | SockCloExec, 0));
        SetOption(fd, 6, 1, 1);
        var addr = Loopback(port);
        if (connect(fd, &addr, sizeof(SockAddrIn)) < 0 && Errno != EInProgress) { close(fd); return -1; }
        return fd;
    }

    public static int SocketError(int fd)
    {
        int value = 0, len = sizeof(int);
        return getsockopt(fd, 1, 4, &value, &len) < 0 ? Errno : value;
    }

    public static int Receive(int fd, Span<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            return (int)recv(fd, p, buffer.Length, 0);
        }
    }
    public static int Send(int fd, ReadOnlySpan<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            return (int)send(fd, p, buffer.Length, MsgNoSignal);
        }
    }
    public static void Close(int fd) => close(fd);
    public static void Signal(int pid, int signal) => kill(pid, signal);

    private static void SetOption(int fd, int level, int name, int value) => setsockopt(fd, level, name, &value, sizeof(int));
    private static SockAddrIn Loopback(int port) => new() { Family = AfInet, PortBigEndian = (ushort)(((port & 0xff) << 8) | (port >> 8)), Address = 0x0100007f };
    private static int Check(int rc) => rc >= 0 ? rc : throw new IOException($"libc call failed, errno {Errno}");
}
