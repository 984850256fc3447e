namespace DrAivBot.Delivery;

/// <summary>Which recipients to list.</summary>
public sealed record RecipientQuery
{
    /// <summary>Of what kind: user, position, department or division.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>A part of the name, in any case; for a user also of a position they hold. Empty, the default, for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many to pass over. 0 by default.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give, 1 to 100. 8, a screen full, by default.</summary>
    public int Take { get; init; } = 8;
}

/// <summary>A part of a list of recipients.</summary>
public sealed record RecipientPage
{
    /// <summary>The recipients of this part.</summary>
    public required IReadOnlyList<NamedRecipient> Recipients { get; init; }

    /// <summary>How many the whole list has.</summary>
    public required int Total { get; init; }
}

/// <summary>A recipient with the name it had when it was read.</summary>
public sealed record NamedRecipient
{
    /// <summary>The recipient.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>The name, untrusted text.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the position, department or division; null, the default, for a person.</summary>
    public int? Number { get; init; }
}
