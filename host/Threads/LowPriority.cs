using System.Runtime.InteropServices;

namespace DrAivBot.Host.Threads;

/// <summary>Lets the other threads of the host go first.</summary>
internal static partial class LowPriority
{
    /// <summary>
    /// Added to the nice value: a third of the weight of the others. Not lower, because a collection of garbage waits until
    /// each thread that runs managed code has had a moment of a processor.
    /// </summary>
    public const int Nice = 5;

    /// <summary>To Linux a thread is a process of its own.</summary>
    private const int OfProcess = 0;

    private const uint OfCaller = 0;

    /// <summary>From now on for the thread that calls. A system that refuses leaves it as it is.</summary>
    public static void TakeForThisThread()
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
        {
            // The priority of the runtime does nothing here.
            _ = SetPriority(OfProcess, OfCaller, GetPriority(OfProcess, OfCaller) + Nice);
        }
    }

    [LibraryImport("libc", EntryPoint = "getpriority")]
    private static partial int GetPriority(int kind, uint whose);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int kind, uint whose, int nice);
}
