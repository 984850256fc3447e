using DrAivBot.Host.Texts;

namespace DrAivBot.Host.Tests.Texts;

public sealed class TextCatalogueTests
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var errors = TextFiles.Refuse(
            """{ "shop.a": "", "other.b": "x", "shop.c": 5, "shop.d": "A & B", "shop.e": "только здесь" }""",
            """{ "shop.a": "x", "other.b": "x", "shop.c": "x", "shop.d": "1 < 2" }""");

        Assert.Equal(
            [
                "ru.json: 'shop.a' is empty.",
                "ru.json: 'other.b' must start with 'shop.'.",
                "ru.json: 'shop.c' must be a text or an object of plural forms, not '5'.",
                "ru.json: 'shop.d' has a bare '&': write &amp;.",
                "en.json: 'other.b' must start with 'shop.'.",
                "en.json: 'shop.d' has a bare '<': write &lt;.",
                "en.json: 'shop.e' is missing; ru.json has it.",
            ],
            errors);
    }

    [Fact]
    public void The_exception_names_the_owner_and_lists_the_errors()
    {
        var exception = Assert.Throws<TextsRefusedException>(() => TextFiles.Load("{}", """{ "shop.a": "x" }"""));

        Assert.StartsWith("The texts of 'shop' are refused:\n- ", exception.Message, StringComparison.Ordinal);
        Assert.Equal("shop", exception.Owner);
    }

    [Fact]
    public void A_language_without_a_file_is_refused()
    {
        var exception = Assert.Throws<TextsRefusedException>(() =>
            TextCatalogue.Load("shop", new Dictionary<string, string> { ["ru"] = "{}" }));

        Assert.Equal(["en.json is missing: both ru.json and en.json are needed."], exception.Errors);
    }

    [Theory]
    [InlineData("""{ "shop.a": "x", }""", "ru.json is no valid JSON (line 1)")]
    [InlineData("""["shop.a"]""", "ru.json must be an object from key to text, not a list.")]
    [InlineData("""{ "shop.a": "x", "shop.a": "y" }""", "ru.json: 'shop.a' stands twice")]
    [InlineData("""{ "shop.a": ["x"] }""", "not a list.")]
    [InlineData("""{ "shop.a": null }""", "not null.")]
    [InlineData("""{ "shop.": "x" }""", "must start with 'shop.'")]
    [InlineData("""{ "shopping.a": "x" }""", "must start with 'shop.'")]
    public void A_file_of_the_wrong_shape_is_refused(string russian, string reason) =>
        Assert.Contains(TextFiles.Refuse(russian, """{ "shop.a": "x" }"""), error => error.Contains(reason, StringComparison.Ordinal));

    [Theory]
    [InlineData("Привет, {name", "no placeholder")]
    [InlineData("Привет, {}", "no placeholder")]
    [InlineData("Привет, {0}", "no placeholder")]
    [InlineData("Привет, name}", "no placeholder")]
    [InlineData("<b>жирно", "leaves <b> open")]
    [InlineData("<b><i>x</b></i>", "closes </b> while <i> is open")]
    [InlineData("x</b>", "which was not opened")]
    [InlineData("<div>x</div>", "which Telegram does not know")]
    [InlineData("<b class=\"x\">x</b>", "which Telegram does not know")]
    [InlineData("<a href=\"javascript:x\">x</a>", "which Telegram does not know")]
    [InlineData("<a href=\"https://x.example/{id}\">x</a>", "placeholder inside the tag <a>")]
    [InlineData("1 < 2", "bare '<'")]
    [InlineData("2 > 1", "bare '>'")]
    [InlineData("&nbsp;", "bare '&'")]
    [InlineData("&#xZZ;", "bare '&'")]
    [InlineData("a\u0007b", "control character U+0007")]
    public void A_text_that_Telegram_or_a_reader_would_stumble_over_is_refused(string text, string reason) =>
        Assert.Contains(reason, string.Join('\n', Assert.Throws<TextsRefusedException>(() => TextFiles.Same(text)).Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("<b>a <i>b</i></b> &lt;c&gt; &amp; &quot;d&quot; &#8212;")]
    [InlineData("<a href=\"https://x.example/?a=1&amp;b=2\">x</a>")]
    [InlineData("<blockquote expandable>x</blockquote><pre>y</pre><tg-spoiler>z</tg-spoiler>")]
    public void What_Telegram_understands_is_taken_as_it_is(string text) =>
        Assert.Equal(text, TextFiles.Same(text).In("ru").GetMarkup("shop.text").Html);

    [Fact]
    public void Placeholders_and_tags_must_be_the_same_in_both_languages()
    {
        var errors = TextFiles.Refuse(
            """{ "shop.a": "{name} {day}", "shop.b": "<b>x</b>" }""",
            """{ "shop.a": "{name} {time}", "shop.b": "x" }""");

        Assert.Equal(
            [
                "en.json: 'shop.a' lacks {day} and has {time} in addition, unlike ru.json.",
                "en.json: 'shop.b' has no tags, unlike ru.json.",
            ],
            errors);
    }

    [Fact]
    public void A_language_needs_exactly_its_own_plural_forms()
    {
        var errors = TextFiles.Refuse(
            """{ "shop.a": { "one": "{count} a", "other": "{count} b" } }""",
            """{ "shop.a": { "one": "{count} a", "few": "{count} b", "other": "{count} c" } }""");

        Assert.Contains("ru.json: 'shop.a' lacks the plural forms few, many.", errors);
        Assert.Contains("en.json: 'shop.a' has the form 'few'; this language has one, other.", errors);
    }

    [Fact]
    public void Only_the_English_singular_may_leave_the_count_out()
    {
        const string russian = """{ "shop.a": { "one": "{count} день", "few": "{count} дня", "many": "{count} дней", "other": "{count} дня" } }""";
        const string careless = """{ "shop.a": { "one": "один день", "few": "{count} дня", "many": "{count} дней", "other": "{count} дня" } }""";
        const string english = """{ "shop.a": { "one": "one day", "other": "{count} days" } }""";

        Assert.Equal("one day", TextFiles.Load(russian, english).In("en").Get("shop.a", ("count", 1)));
        Assert.Equal(["ru.json: 'shop.a/one' lacks {count}, which other forms have."], TextFiles.Refuse(careless, english));
    }

    [Fact]
    public void A_plural_form_that_lacks_another_value_is_refused() =>
        Assert.Equal(
            ["en.json: 'shop.a/one' lacks {name}, which other forms have."],
            TextFiles.Refuse(
                """{ "shop.a": { "one": "{count} {name}", "few": "{count} {name}", "many": "{count} {name}", "other": "{count} {name}" } }""",
                """{ "shop.a": { "one": "{count}", "other": "{count} {name}" } }"""));

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal("x", TextFiles.Load("\uFEFF{ \"shop.a\": \"x\" }", """{ "shop.a": "x" }""").In("ru").Get("shop.a"));
}
