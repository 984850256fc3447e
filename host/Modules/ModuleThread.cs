namespace DrAivBot.Host.Modules;

/// <summary>
/// Runs a module's load-time code on a thread of its own, so that one that never returns cannot stop the host from
/// starting. Such a thread cannot be ended in process: it stays until the host stops.
/// </summary>
internal static class ModuleThread
{
    /// <exception cref="TimeoutException">The code did not return in time.</exception>
    public static async Task<T> RunAsync<T>(
        string name, TimeSpan timeout, TimeProvider time, Func<T> code, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(code, result)) { IsBackground = true, Name = name };
        thread.Start();
        return await result.Task.WaitAsync(timeout, time, cancellationToken);
    }

    private static void Run<T>(Func<T> code, TaskCompletionSource<T> result)
    {
        // Boundary "module load": whatever the module throws here would otherwise end the process.
#pragma warning disable CA1031
        try
        {
            result.SetResult(code());
        }
        catch (Exception fault)
        {
            result.SetException(fault);
        }
#pragma warning restore CA1031
    }
}
