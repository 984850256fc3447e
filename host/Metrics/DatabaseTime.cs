using System.Diagnostics.Metrics;

namespace DrAivBot.Host.Metrics;

/// <summary>
/// Adds up how long the statements of one flow of work took, the module's own included: the driver reports every
/// statement where it ends, and that is inside the flow that sent it.
/// </summary>
internal sealed class DatabaseTime : IDisposable
{
    private readonly AsyncLocal<Sum?> _present = new();
    private readonly MeterListener _listener = new();

    public DatabaseTime()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "db.client.operation.duration", Meter.Name: "Npgsql" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _present.Value?.Add(seconds));
        _listener.Start();
    }

    /// <summary>Begins to add up for the calling method and what it calls.</summary>
    public Sum Begin() => _present.Value = new();

    public void Dispose() => _listener.Dispose();

    /// <summary>What the database took so far.</summary>
    internal sealed class Sum
    {
        private long _ticks;

        public TimeSpan Elapsed => new(Interlocked.Read(ref _ticks));

        public void Add(double seconds) => Interlocked.Add(ref _ticks, (long)(seconds * TimeSpan.TicksPerSecond));
    }
}
