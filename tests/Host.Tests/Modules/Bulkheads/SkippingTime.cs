namespace DrAivBot.Host.Tests.Modules.Bulkheads;

/// <summary>The machine's clock, from which a test can skip ahead; timers go on as they are.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private long _skipped;

    public void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _skipped));

    public override long GetTimestamp() => System.GetTimestamp() + (Interlocked.Read(ref _skipped) * System.TimestampFrequency / TimeSpan.TicksPerSecond);
}
