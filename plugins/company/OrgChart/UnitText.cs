using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Company.OrgChart;

/// <summary>How units and posts are said on every screen of the chart.</summary>
internal static class UnitText
{
    /// <summary>The name without the word that a row of divisions would only repeat: «Финансовое отделение» becomes «Финансовое».</summary>
    public static string ShortName(IText text, string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        var bare = bracket > 0 ? name[..bracket] : name;
        var word = text.Get("company.division.word");
        if (bare.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
        {
            bare = bare[(word.Length + 1)..];
        }
        else if (bare.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase))
        {
            bare = bare[..^(word.Length + 1)];
        }

        return bare.Length == 0 ? name : char.ToUpper(bare[0], text.Culture) + bare[1..];
    }

    public static Markup Measure(IText text, Statistic statistic)
    {
        var key = statistic.IsInverted ? "company.unit.statistic_less" : "company.unit.statistic";
        return text.GetMarkup(key, ("name", statistic.Name), ("unit", statistic.Unit));
    }

    public static Markup Product(IText text, string product) => text.GetMarkup("company.unit.product", ("product", product));

    public static Markup Filled(IText text, int filled, int count) =>
        text.GetMarkup("company.unit.filled", ("filled", filled), ("count", count));

    /// <summary>«Анна», «вакантно», «Анна, временно» or «Анна 🎓 вводится», raw.</summary>
    public static string Holder(IText text, Holder? holder) => holder switch
    {
        null => text.Get("company.post.vacant"),
        { IsTemporary: true } => text.Get("company.post.temporary", ("name", holder.Name)),
        { TrainingPercent: < 100 } => text.Get("company.post.newcomer", ("name", holder.Name)),
        _ => holder.Name,
    };

    /// <summary>⚪ where somebody is still wanted, ✅ where all posts are filled.</summary>
    public static string Mark(int filled, int count) => filled < count ? "⚪" : "✅";

    public static Button Post(IText text, Position post) => Button.To(
        $"{(post.IsVacant ? "⚪" : "✅")} {post.Number} · {post.Name} · {Holder(text, post.Holder)}",
        new PositionPlace(post.Id));
}
