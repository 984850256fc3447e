namespace DrAivBot.Host.Updates;

/// <summary>The handlers of a turn threw; the cause is what they threw.</summary>
internal sealed class TurnFailedException(Exception cause) : Exception("The handlers of a turn failed.", cause);
