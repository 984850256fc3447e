using System.Text.RegularExpressions;

namespace DrAivBot.Testing;

/// <summary>A button under a message.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Data">Its callback data; null for a link.</param>
/// <param name="Link">The address it opens; null for a press.</param>
public sealed partial record ChatButton(string Text, string? Data, string? Link)
{
    /// <summary>Whether it only tells where one is, so that pressing it may change nothing: «1/3», a month and what stands around its days.</summary>
    public bool OnlyTells => Telling().IsMatch(Text);

    /// <summary>What stands for all of its like when every button of a screen is tried: the days of a month and the times of a day do the same.</summary>
    public string Likeness => Day().IsMatch(Text) ? "a day" : Time().IsMatch(Text) ? "a time" : Text;

    /// <inheritdoc/>
    public override string ToString() => Link is null ? Text : $"{Text} → {Link}";

    [GeneratedRegex(@"^(?:\d+/\d+|·|\p{Lu}\p{Ll}+ \d{4}|пн|вт|ср|чт|пт|сб|вс|Mo|Tu|We|Th|Fr|Sa|Su|Сегодня|Today)$", RegexOptions.None, 1000)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^[✓[]?\d{1,2}\]?•?$", RegexOptions.None, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"^✓?\d{2}:\d{2}$", RegexOptions.None, 1000)]
    private static partial Regex Time();
}
