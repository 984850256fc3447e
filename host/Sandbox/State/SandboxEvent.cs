namespace DrAivBot.Host.Sandbox.State;

/// <summary>Something a watching person sees happen in a chat.</summary>
internal sealed record SandboxEvent(long Seq, long ChatId, string Kind, string Json);
