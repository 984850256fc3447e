using DrAivBot.Events;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Modules;

/// <summary>What a job or an event handler is called with.</summary>
internal sealed record JobCall
{
    public required JobRun Run { get; init; }

    public required object Payload { get; init; }

    /// <summary>Null unless the job is a long one.</summary>
    public ITransactions? Transactions { get; init; }

    /// <summary>Null unless an event is handled.</summary>
    public EventDelivery? Event { get; init; }
}
