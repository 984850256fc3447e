namespace DrAivBot.Host.Sandbox;

/// <summary>Where the sandbox keeps its chats and which bot is meant when a caller of the user side names none.</summary>
public sealed record SandboxOptions
{
    /// <summary>Directory for chats and files. Created when missing. Deleting it while the host is down is safe.</summary>
    public required string Directory { get; init; }

    /// <summary>Token of the host's own bot; <see cref="SandboxToken.ReadOrCreate"/> gives one that survives restarts.</summary>
    public required string HostBotToken { get; init; }
}
