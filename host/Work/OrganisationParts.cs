using DrAivBot.Host.Assistant;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Privacy;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Work;

/// <summary>Of the host, what the core services of a company stand on besides the work itself.</summary>
internal sealed record OrganisationParts(OrgBoard Board, DeepLinks Links, PrivacyParts Privacy, AssistantParts Assistant);
