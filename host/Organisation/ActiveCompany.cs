using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The company that work happens in. It changes within the turn that registers a company; the session remembers it.</summary>
internal sealed class ActiveCompany
{
    /// <summary>The acting person's place in it; null for a guest, and when nobody acts.</summary>
    public Member? Member { get; set; }

    /// <summary>The company; null for none. In work that nobody acts in it is given without a member.</summary>
    public CompanyId? Id
    {
        get => Member?.CompanyId ?? field;
        init;
    }
}
