using System.Reflection;
using System.Text.Json;

namespace DrAivBot.Host.Modules.Live;

/// <summary>Collects garbage until the code of a module has left memory, or clearly does not.</summary>
internal static class UnloadProof
{
    /// <summary>The first rounds run beside the work of the host; only the last stop it for a moment.</summary>
    private const int Concurrent = 24;

    private const int Blocking = 6;

    /// <summary>
    /// Rounds before the serializer's caches are cleared, which costs the host its own too: what a well-made module leaves
    /// goes without, and all others would wait while they are filled again.
    /// </summary>
    private const int BeforeClearing = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether nothing is left of it. Takes milliseconds to some seconds.</summary>
    /// <param name="code">Its assembly.</param>
    /// <param name="forget">Lets the host let go of what it no longer needs; called again and again.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    public static async Task<bool> IsGoneAsync(WeakReference code, Action forget, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Concurrent + Blocking && code.IsAlive; round++)
        {
            forget();
            if (round == BeforeClearing)
            {
                ClearSerializerCache();
            }

            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: round >= Concurrent, compacting: false);
            await Task.Delay(round < 6 ? Pause : LongPause, TimeProvider.System, cancellationToken);
            if (round >= Concurrent)
            {
                GC.WaitForPendingFinalizers();
            }
        }

        if (code.IsAlive)
        {
            return false;
        }

        // Nothing refers to the code any more; its memory is given back by the next collection, which may be hours away.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false, compacting: false);
        return true;
    }

    /// <summary>What reflection-based serialization of a module's types left in the serializer's own caches; the runtime calls the same after a hot reload.</summary>
    private static void ClearSerializerCache() => typeof(JsonSerializer).Assembly
        .GetType("System.Text.Json.JsonSerializerOptionsUpdateHandler")?
        .GetMethod("ClearCache", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])])?
        .Invoke(null, [null]);
}
