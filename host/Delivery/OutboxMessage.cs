namespace DrAivBot.Host.Delivery;

/// <summary>A claimed row of the outbox.</summary>
internal sealed record OutboxMessage
{
    public required long Id { get; init; }

    public required long ChatId { get; init; }

    /// <summary>Proves the claim: who lost it finishes nothing.</summary>
    public required Guid Lease { get; init; }

    /// <summary>How often it was claimed, this time included.</summary>
    public required int Attempts { get; init; }

    /// <summary>Null when the row cannot be read.</summary>
    public required Outgoing? Content { get; init; }

    public MessageClass Class { get; init; }

    /// <summary>Whom to tell what became of it: the company and the id of a notification, a digest or a progress message.</summary>
    public (Guid Company, Guid Id)? Receipt { get; init; }

    /// <summary>The message of the chat that is edited in place; null when there is none.</summary>
    public int? LiveMessageId { get; init; }

    /// <summary>The message before, whose buttons go when this one is shown; null for none.</summary>
    public int? KeyboardToRemove =>
        LiveMessageId is { } old && Content is { Files: null, Screen: { IsNotice: false } screen } && old != screen.EditMessageId ? old : null;

    /// <summary>Whether a send whose fate is unknown is repeated: an edit changes nothing the second time.</summary>
    public bool IsRepeatable => Content is { Files: null, Screen: null or { EditMessageId: not null } } || Class is not (MessageClass.Bulk or MessageClass.Progress);
}
