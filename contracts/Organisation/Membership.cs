namespace DrAivBot.Organisation;

/// <summary>A company that a person belongs to.</summary>
public sealed record Membership
{
    /// <summary>The company.</summary>
    public required CompanyId CompanyId { get; init; }

    /// <summary>Its name, untrusted text of 2 to 120 characters.</summary>
    public required string CompanyName { get; init; }

    /// <summary>The person's highest role there: exactly one of the flags.</summary>
    public required CompanyRoles Role { get; init; }

    /// <summary>Whether the person acts in it now.</summary>
    public required bool IsActive { get; init; }
}
