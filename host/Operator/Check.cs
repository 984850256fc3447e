namespace DrAivBot.Host.Operator;

/// <summary>One thing that must hold, whether it does, and in words why.</summary>
internal sealed record Check(string Name, bool IsGood, string Reason);
