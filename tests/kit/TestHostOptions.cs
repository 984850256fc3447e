namespace DrAivBot.Testing;

/// <summary>What a <see cref="TestHost"/> starts with.</summary>
public sealed record TestHostOptions
{
    /// <summary>The modules to load. By default only <see cref="TestModule.Company"/>.</summary>
    public IReadOnlyList<TestModule> Modules { get; init; } = [TestModule.Company];

    /// <summary>The host's clock. The machine's by default; what is due and when a session ends follows the database's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether a restarted host listens where it did before, for a browser that is open on it. False by default.</summary>
    public bool KeepsAddress { get; init; }

    /// <summary>How long an act in the chat may take until everything it caused is done. 30 s by default.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Receive updates by webhook with this secret, at least 22 characters; null, the default, polls for them.
    /// </summary>
    public string? WebhookSecret { get; init; }

    /// <summary>
    /// How fast a chat may be written to. 0, the default, as fast as it goes: a test types faster than a person. A real
    /// host keeps to 1.
    /// </summary>
    public int MessagesPerSecondPerChat { get; init; }

    /// <summary>
    /// The language model that modules ask; null, the default, for a host without one. Consent is the owner's to give, as
    /// in a real host.
    /// </summary>
    public FakeAssistantServer? Assistant { get; init; }

    /// <summary>How many charges a company has in a month; 5 by default. Ignored without <see cref="Assistant"/>.</summary>
    public int AssistantReportsPerMonth { get; init; } = 5;

    /// <summary>The chat in which the operator is told of trouble; null, the default, for none.</summary>
    public long? AlertChat { get; init; }
}
