namespace DrAivBot.Planner.Digest;

/// <summary>When a person wants to hear what the day brings.</summary>
internal sealed record DigestSetting
{
    public bool IsOn { get; init; } = true;

    /// <summary>By the person's own clock.</summary>
    public TimeOnly At { get; init; } = new(8, 30);
}
