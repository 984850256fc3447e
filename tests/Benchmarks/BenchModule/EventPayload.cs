namespace DrAivBot.Bench;

/// <summary>The JSON of one row.</summary>
internal sealed record EventPayload(int N, string State, string? Detail);
