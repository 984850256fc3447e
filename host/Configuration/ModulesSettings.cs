namespace DrAivBot.Host.Configuration;

/// <summary>Section <c>Modules</c>.</summary>
internal sealed record ModulesSettings
{
    /// <summary>Public keys (P-256, SubjectPublicKeyInfo) whose signatures modules need; empty: none is demanded.</summary>
    public IReadOnlyList<byte[]> TrustedKeys { get; init; } = [];
}
