namespace DrAivBot.Host.Updates;

/// <summary>How a turn begins, ends and fails in the database.</summary>
internal sealed record TurnStorage(TurnOpening Opening, TurnClosing Closing, FailedTurns Failures, UpdateIntake Intake);
