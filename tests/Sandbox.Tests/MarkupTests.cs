using System.Text.Json.Nodes;

namespace DrAivBot.Sandbox.Tests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("HTML", "<b>a</b> &lt;x&gt; &#1076;", "a <x> д", "bold:0:1")]
    [InlineData("HTML", "<b>a<i>b</i></b>", "ab", "bold:0:2 italic:1:1")]
    [InlineData("HTML", "<a href=\"https://example.org/?a=1&amp;b=2\">l</a>", "l", "text_link:0:1:https://example.org/?a=1&b=2")]
    [InlineData("HTML", "<pre><code class=\"language-sql\">select</code></pre>", "select", "pre:0:6:sql")]
    [InlineData("HTML", "😀<tg-spoiler>x</tg-spoiler>", "😀x", "spoiler:2:1")]
    [InlineData("HTML", "<blockquote expandable>q</blockquote>", "q", "expandable_blockquote:0:1")]
    [InlineData("HTML", "<a href='tg://user?id=5'>u</a>", "u", "text_mention:0:1")]
    [InlineData("HTML", "  <b> a </b>  ", "a", "bold:0:1")]
    [InlineData("MarkdownV2", "*b _i_* ~s~ __u__ ||p||", "b i s u p", "bold:0:3 italic:2:1 strikethrough:4:1 underline:6:1 spoiler:8:1")]
    [InlineData("MarkdownV2", "1\\.2 `c\\`d` ", "1.2 c`d", "code:4:3")]
    [InlineData("MarkdownV2", "```sql\nselect 1.0\n```", "select 1.0", "pre:0:10:sql")]
    [InlineData("MarkdownV2", "[a](https://example.org/x\\)y)", "a", "text_link:0:1:https://example.org/x)y")]
    [InlineData("MarkdownV2", ">q1\n>q2\nplain", "q1\nq2\nplain", "blockquote:0:5")]
    [InlineData("Markdown", "*b* _i_ `c` [l](http://e.org/) \\*", "b i c l *", "bold:0:1 italic:2:1 code:4:1 text_link:6:1:http://e.org/")]
    [InlineData("", "/start@sandbox_bot see https://a.b/c #тег @name a@b.ru", "/start@sandbox_bot see https://a.b/c #тег @name a@b.ru", "bot_command:0:18 url:23:13 hashtag:37:4 mention:42:5 email:48:6")]
    [InlineData("", "см.https://a.b/c?d=1). Mail: x.y+z@mail.a.ru.", "см.https://a.b/c?d=1). Mail: x.y+z@mail.a.ru.", "url:3:17 email:29:15")]
    [InlineData("", "a.ru, A.COM/x; (t.me/b) пример.рф x.рф/ы a.b.com", "a.ru, A.COM/x; (t.me/b) пример.рф x.рф/ы a.b.com", "url:0:4 url:6:7 url:16:6 url:34:6 url:41:7")]
    [InlineData("", "a/b x@y 1.2 a.com.zz a.com@b c@d.e #1 ##t x#y @ab a.@abc /a/b </a> //c", "a/b x@y 1.2 a.com.zz a.com@b c@d.e #1 ##t x#y @ab a.@abc /a/b </a> //c", "")]
    [InlineData("", "/a,/b@abc #ё_1 (@abc) /c@", "/a,/b@abc #ё_1 (@abc) /c@", "bot_command:0:2 bot_command:3:6 hashtag:10:4 mention:16:4")]
    public async Task Markup_becomes_text_and_entities(string parse_mode, string text, string plain, string entities)
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        var sent = await host.OkAsync("sendMessage", new { chat_id, text, parse_mode });
        Assert.Equal(plain, sent["text"]!.GetValue<string>());
        Assert.Equal(entities, string.Join(' ', (sent["entities"]?.AsArray() ?? []).Select(Spell)));
    }

    [Theory]
    [InlineData("HTML", "<x>a</x>", "Unsupported start tag \"x\" at byte offset 0")]
    [InlineData("HTML", "дa <b", "Unclosed start tag at byte offset 4")]
    [InlineData("HTML", "<b>a", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("HTML", "<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("HTML", "a</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("HTML", "<span class=\"a\">x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("HTML", "<a href>x</a>", "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0")]
    [InlineData("MarkdownV2", "1.", "Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("MarkdownV2", "д *b", "Can't find end of Bold entity at byte offset 3")]
    [InlineData("MarkdownV2", "[a](b", "Can't find end of a URL at byte offset 4")]
    [InlineData("Markdown", "a _b", "Can't find end of the entity starting at byte offset 2")]
    public async Task Broken_markup_is_refused_in_Telegrams_words(string parse_mode, string text, string reason)
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        Assert.Equal("Bad Request: can't parse entities: " + reason, await host.RefusedAsync("sendMessage", new { chat_id, text, parse_mode }));
    }

    [Fact]
    public async Task Hostile_texts_of_a_megabyte_are_read_in_one_pass()
    {
        await using var host = await SandboxHost.StartAsync();
        var userId = await host.PersonAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var part in (string[])["a.", "a@", "a%", "/a@b", "#", "http://", "a.com@", "a.ru /a #a "])
        {
            var text = string.Concat(Enumerable.Repeat(part, (1 << 20) / part.Length));
            var sent = await host.UserAsync("text", new { userId, text, raw = true });
            Assert.Equal(text.Length, sent["text"]!.GetValue<string>().Length);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Entities_can_be_given_instead_of_a_parse_mode()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        var entities = """[{"type":"bold","offset":0,"length":2},{"type":"nonsense","offset":0,"length":1},{"type":"code","offset":90,"length":5}]""";
        var sent = await host.OkAsync("sendMessage", new { chat_id, text = "да!", entities });
        Assert.Equal("bold:0:2", string.Join(' ', sent["entities"]!.AsArray().Select(Spell)));
    }

    private static string Spell(JsonNode? entity) =>
        $"{entity!["type"]}:{entity["offset"]}:{entity["length"]}"
        + ((entity["url"] ?? entity["language"]) is { } argument ? ":" + argument : "");
}
