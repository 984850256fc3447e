namespace DrAivBot.Host.Assistant;

/// <summary>How a company stands with the assistant in the month that is.</summary>
internal sealed record AssistantStanding
{
    /// <summary>Its first day, where the company is.</summary>
    public required DateOnly Month { get; init; }

    public required bool HasConsent { get; init; }

    /// <summary>What takes from the quota, without the charge that was asked about.</summary>
    public required int Others { get; init; }

    /// <summary>Whether the charge was answered before, in whatever month.</summary>
    public required bool IsCounted { get; init; }

    /// <summary>How often the charge was begun.</summary>
    public required int Asked { get; init; }
}
