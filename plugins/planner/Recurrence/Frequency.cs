namespace DrAivBot.Planner.Recurrence;

/// <summary>What a rule counts in.</summary>
internal enum Frequency
{
    Daily = 0,
    Weekly = 1,
    Monthly = 2,
    Yearly = 3,
}
