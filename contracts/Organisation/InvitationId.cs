namespace DrAivBot.Organisation;

/// <summary>Identifies an invitation. It opens nothing: only the link does.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct InvitationId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
