using DrAivBot.Assistant;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Analysis.Writing;

/// <summary>What is left of a month's reports, in words.</summary>
internal static class QuotaText
{
    public static Markup Of(IText text, AssistantQuota quota) => quota.Left > 0
        ? text.GetMarkup("analysis.assistant.quota", ("left", quota.Left), ("limit", quota.Limit))
        : text.GetMarkup("analysis.assistant.quota_used", ("limit", quota.Limit), ("day", text.FormatDay(quota.RenewsOn)));

    /// <summary>What is to be known before a report is begun; nothing where there is no assistant.</summary>
    public static Markup Before(IText text, AssistantState? state) => state switch
    {
        { IsConfigured: true, HasConsent: true } => Of(text, state.Quota),
        { IsConfigured: true } => text.GetMarkup("analysis.assistant.no_consent"),
        _ => Markup.Empty,
    };
}
