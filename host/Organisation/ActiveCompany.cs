using DrAivBot.Organisation;

namespace DrAivBot.Host.Organisation;

/// <summary>The company a turn acts in. It changes within the turn that registers a company; the session remembers it.</summary>
internal sealed class ActiveCompany
{
    public Member? Member { get; set; }
}
