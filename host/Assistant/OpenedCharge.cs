using DrAivBot.Assistant;

namespace DrAivBot.Host.Assistant;

/// <summary>A charge that is held, with what has to be masked; or why it is not.</summary>
internal sealed record OpenedCharge
{
    /// <summary>Null when it may be asked.</summary>
    public AssistantAnswer? Refusal { get; init; }

    /// <summary>The module that asks.</summary>
    public required string Module { get; init; }

    /// <summary>What stands for what is masked; null with a refusal.</summary>
    public MaskedWords? Words { get; init; }

    public IReadOnlyList<KnownPerson> People { get; init; } = [];
}
