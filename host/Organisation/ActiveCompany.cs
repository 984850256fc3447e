using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>
/// The company that work happens in. It changes within the turn in which a person registers, joins or chooses another
/// company; the session remembers it.
/// </summary>
internal sealed class ActiveCompany
{
    /// <summary>The acting person's place in it; null for a guest, and when nobody acts.</summary>
    public Member? Member { get; set; }

    /// <summary>Called when the acting person enters another company.</summary>
    public Action<EnteredCompany>? Entered { get; set; }

    /// <summary>The company; null for none. In work that nobody acts in it is given without a member.</summary>
    public CompanyId? Id
    {
        get => Member?.CompanyId ?? field;
        init;
    }

    /// <summary>The acting person goes on in a company; nothing happens but for their role when they are in it already.</summary>
    public void Enter(EnteredCompany company)
    {
        var isOther = company.Member.CompanyId != Member?.CompanyId;
        Member = company.Member;
        if (isOther)
        {
            Entered?.Invoke(company);
        }
    }
}

/// <summary>A company as a turn needs it that goes on in it.</summary>
internal sealed record EnteredCompany
{
    public required Member Member { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>Ids of the modules it has switched off, parted by commas; null for none.</summary>
    public string? ModulesOff { get; init; }
}
