using System.Runtime.CompilerServices;

namespace DrAivBot.TestPlugins.Chaos;

/// <summary>What the worst module could do to its host.</summary>
internal static class Poison
{
    private const int Chunk = 16 * 1024 * 1024;

    public static Task TakeAsync(string kind)
    {
        switch (kind)
        {
            case "throw":
                throw new InvalidOperationException("A fault of the module.");
            case "hang":
                return new TaskCompletionSource().Task;
            case "block":
                Thread.Sleep(Timeout.Infinite);
                return Task.CompletedTask;
            case "allocate":
                return Task.FromResult(AllocateAll());
            case "failfast":
                Environment.FailFast("A module ends the process.");
                return Task.CompletedTask;
            case "overflow":
                return Task.FromResult(Recurse(1));
            default:
                return Task.CompletedTask;
        }
    }

    private static int AllocateAll()
    {
        var taken = new List<byte[]>();
        while (true)
        {
            taken.Add(new byte[Chunk]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Recurse(int depth) => depth + Recurse(depth + 1);
}
