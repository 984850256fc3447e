namespace DrAivBot.Company.Registration;

/// <summary>What registering a company collects.</summary>
internal sealed record RegistrationState
{
    /// <summary>Tells this registration from another of the same person.</summary>
    public Guid Key { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Null until it was chosen.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Null until it was chosen.</summary>
    public string? Currency { get; set; }
}

/// <summary>The registration that was completed last, so that completing it once more makes no second company.</summary>
internal sealed record LastRegistration
{
    public Guid Key { get; set; }
}
