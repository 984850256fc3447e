using System.Diagnostics;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>Waits for what another process will do.</summary>
internal static class Until
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    public static Task TrueAsync(Func<bool> condition, TimeSpan within, Func<string> otherwise) =>
        TrueAsync(() => Task.FromResult(condition()), within, () => Task.FromResult(otherwise()));

    /// <param name="condition">What shall become true.</param>
    /// <param name="within">How long it may take.</param>
    /// <param name="otherwise">What to say when it did not.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan within, Func<Task<string>> otherwise)
    {
        for (var began = Stopwatch.GetTimestamp(); !await condition(); await PauseAsync(Look))
        {
            if (Stopwatch.GetElapsedTime(began) > within)
            {
                Assert.Fail($"Not within {within.TotalSeconds:0} s: {await otherwise()}");
            }
        }
    }

    public static Task PauseAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);
}
