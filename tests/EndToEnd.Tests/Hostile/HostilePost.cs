namespace DrAivBot.EndToEnd.Tests.Hostile;

/// <summary>One call of the webhook.</summary>
/// <param name="Body">What is posted; it need not be JSON, nor UTF-8.</param>
/// <param name="Kind">What is hostile about it, for the words of a failure.</param>
internal sealed record HostilePost(byte[] Body, string Kind)
{
    /// <summary>The secret token; null for none.</summary>
    public string? Secret { get; init; } = Driving.Settings.WebhookSecret;

    /// <summary>What must be answered: the update comes again otherwise.</summary>
    public required int[] Expected { get; init; }
}
