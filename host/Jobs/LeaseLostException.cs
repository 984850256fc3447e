namespace DrAivBot.Host.Jobs;

/// <summary>The job was cancelled, replaced or taken over by another host; nothing of the transaction was committed.</summary>
internal sealed class LeaseLostException() : OperationCanceledException("The job was cancelled, replaced or taken over by another host; nothing was committed.");
