using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using DrAivBot.Host.Delivery;

namespace DrAivBot.Host.Tests.Delivery;

public sealed partial class HtmlSplitTests
{
    private static readonly Gen<string> Leaf = Gen.OneOf(
        OneOf("word", "слово", " ", "\n", "\n\n", "&amp;", "&lt;", "&#128512;", "😀", "a much longer piece of text without any end"),
        Gen.Char.AlphaNumeric.Select(letter => letter.ToString()));

    private static readonly Gen<string> Html = Gen.Select(Leaf.Array[0, 60], OneOf("", "b", "i", "a href=\"https://example.org/?x=1\""), (leaves, tag) =>
            tag.Length == 0 ? string.Concat(leaves) : $"<{tag}>{string.Concat(leaves)}</{tag.Split(' ')[0]}>")
        .Array[0, 12].Select(string.Concat).Select(inner => $"<blockquote>{inner}</blockquote>{inner}");

    [Fact]
    public void Every_piece_fits_is_balanced_and_together_they_say_everything() => Html.Sample(
        html =>
        {
            var pieces = HtmlSplit.Split(html, 64);
            return pieces.All(piece => Visible(piece).Length <= 64 && IsBalanced(piece))
                && Ink(string.Concat(pieces.Select(Visible))) == Ink(Visible(html));
        },
        iter: 3_000);

    [Theory]
    [InlineData("first\n\nsecond paragraph", 16, "first|second paragraph")]
    [InlineData("one line\nnext line here", 14, "one line|next line here")]
    [InlineData("some words only", 11, "some words|only")]
    [InlineData("<b>some words</b>", 6, "<b>some</b>|<b>words</b>")]
    [InlineData("abcdefgh", 5, "abcde|fgh")]
    public void It_is_cut_at_a_paragraph_else_a_line_else_a_word_else_where_it_must(string html, int max, string expected) =>
        Assert.Equal(expected, string.Join('|', HtmlSplit.Split(html, max)));

    [Fact]
    public void The_first_line_stands_for_a_text() =>
        Assert.Equal(("<b>News</b>", "<b>a long</b>…"), (HtmlSplit.FirstLine("<b>News\nmore</b>", 20), HtmlSplit.FirstLine("<b>a long title</b>", 8)));

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Visible(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    private static string Ink(string text) => Space().Replace(text, "");

    private static bool IsBalanced(string html)
    {
        var open = new Stack<string>();
        return Tag().Matches(html).All(tag => tag.Value[1] != '/' ? Push(open, tag.Value) : open.TryPop(out var name) && tag.Value == $"</{name}>") && open.Count == 0;
    }

    private static bool Push(Stack<string> open, string tag)
    {
        open.Push(tag.Trim('<', '>').Split(' ')[0]);
        return true;
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
