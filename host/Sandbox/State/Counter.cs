namespace DrAivBot.Host.Sandbox.State;

/// <summary>
/// Numbers that never go back, even when the files are deleted: hosts remember update ids. A new counter starts from the clock,
/// eight a second since 2026, which stays inside the 32 bits clients use until 2034.
/// </summary>
internal sealed class Counter(TimeProvider clock)
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public long Last { get; private set; } = Math.Max(0, (long)((clock.GetUtcNow() - Epoch).TotalSeconds * 8) % int.MaxValue);

    public long Next() => ++Last;

    public void Saw(long number) => Last = Math.Max(Last, number);
}
