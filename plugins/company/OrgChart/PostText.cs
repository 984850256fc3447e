using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.OrgChart;

/// <summary>How acts on posts are answered.</summary>
internal static class PostText
{
    /// <summary>«За постом останется 3 незавершённых дела»; nothing when nothing waits.</summary>
    public static Markup OpenItems(IText text, int open) => open == 0 ? Markup.Empty : text.GetMarkup("company.post.open_items", ("count", open));

    /// <summary>Why an act on a post or unit was not done. What is forbidden is answered like what does not exist.</summary>
    public static Reply Refuse(IText text, PostResult result) => Words(text, result) is { } words ? Reply.Stay.WithToast(words) : Reply.NotFound;

    private static string? Words(IText text, PostResult result) => result.Outcome switch
    {
        PostOutcome.NotFound or PostOutcome.Forbidden => null,
        PostOutcome.Occupied or PostOutcome.HolderChanged when result.Holder is { } holder => text.Get("company.refused.holder", ("name", holder.Name)),
        PostOutcome.HolderChanged or PostOutcome.Vacant => text.Get("company.refused.vacant"),
        PostOutcome.AlreadyHolds => text.Get("company.refused.holds"),
        PostOutcome.NotAMember => text.Get("company.refused.left"),
        PostOutcome.Seeded => text.Get("company.refused.seeded"),
        PostOutcome.HasOpenItems => text.Get("company.refused.open", ("count", result.OpenItems)),
        PostOutcome.HasHead => text.Get("company.refused.head"),
        PostOutcome.BadName => text.Get("company.refused.name", ("min", UnitName.MinLength), ("max", UnitName.MaxLength)),
        PostOutcome.OwnershipOnly => text.Get("company.refused.ownership"),
        PostOutcome.Unchanged => text.Get("company.refused.unchanged"),
        _ => text.Get("company.refused.other"),
    };
}
