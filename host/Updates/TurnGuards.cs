namespace DrAivBot.Host.Updates;

/// <summary>What keeps a bad handler from harming others.</summary>
internal sealed record TurnGuards(FlightJournal Journal, HandlerWatch Watch);
