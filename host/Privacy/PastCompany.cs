using DrAivBot.Organisation;

namespace DrAivBot.Host.Privacy;

/// <summary>A company that a person is or was a member of.</summary>
internal sealed record PastCompany(CompanyId Id, string Name, bool IsMember, bool Owns);
