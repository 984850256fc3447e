using DrAivBot.Host.Database;

namespace DrAivBot.Host.Jobs;

/// <summary>Tells the loops of this host that something may be due, so that they need not wait for their next look.</summary>
internal sealed class JobSignal
{
    /// <summary>Called on any thread.</summary>
    public Action? Raised { get; set; }

    public void Raise() => Raised?.Invoke();

    /// <summary>Raises it when the transaction has committed, and only then.</summary>
    public void RaiseAfter(TurnDatabase database)
    {
        database.Committed -= Raise;
        database.Committed += Raise;
    }
}
