using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The company one turn works in. The turn sets it when it opens; registering a company changes it.</summary>
internal sealed class ActiveCompany
{
    /// <summary>The user's place in it; null for a guest.</summary>
    public Member? Member { get; set; }
}
