using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using DrAivBot.Host.Updates;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Updates;

public sealed partial class HtmlLimitTests
{
    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Char["абв <>&\"'😀x"].Array[0, 30].Select(chars => Markup.Plain(string.Concat(chars)).Html),
        Gen.Const("<b>жирно <i>и косо</i></b>"),
        Gen.Const("<a href=\"https://example.org/?a=1&amp;b=2\">ссылка</a>"),
        Gen.Const("😀👩‍👩‍👧"));

    [Fact]
    public void Whatever_is_cut_fits_and_its_tags_are_closed() => Gen.Select(Line.Array[0, 40], Gen.Int[20, 400]).Sample((lines, limit) =>
    {
        var html = string.Join('\n', lines);
        var cut = HtmlLimit.Cut(html, limit);
        Assert.InRange(Visible(cut).Length, 0, limit);
        AssertBalanced(cut);
        Assert.False(cut.Length > 0 && char.IsHighSurrogate(cut[^1]));
        if (Visible(html).Length <= limit)
        {
            Assert.Equal(html, cut);
        }
        else
        {
            Assert.Contains('…', cut);
        }
    });

    [Fact]
    public void A_cut_falls_at_the_end_of_a_line() =>
        Assert.Equal("<b>one\ntwo\n…</b>", HtmlLimit.Cut("<b>one\ntwo\nthree three three</b>", 14));

    [Fact]
    public void A_text_that_just_fits_is_left_alone()
    {
        var html = "<b>" + new string('я', 4096) + "</b>";
        Assert.Equal(html, HtmlLimit.Cut(html));
        Assert.Equal(4096, Visible(HtmlLimit.Cut("<b>" + new string('я', 4097) + "</b>")).Length);
    }

    private static string Visible(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    private static void AssertBalanced(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (tag.Groups["slash"].Value.Length == 0)
            {
                open.Push(name);
            }
            else
            {
                Assert.Equal(open.Pop(), name);
            }
        }

        Assert.Empty(open);
    }

    [GeneratedRegex("<(?<slash>/?)(?<name>[a-z]+)[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
