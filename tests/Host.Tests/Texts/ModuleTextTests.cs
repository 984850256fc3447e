using System.Net;
using CsCheck;
using DrAivBot.Host.Texts;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Texts;

public sealed class ModuleTextTests
{
    private static readonly string[] Pieces = ["<b>", "</b>", "&lt;", "&#60;", "&amp;", "&", ";", "\"", "<", ">", "x"];

    private static readonly TextCatalogue Posts = TextFiles.Load(
        """{ "shop.posts": { "one": "{count} пост", "few": "{count} поста", "many": "{count} постов", "other": "{count} поста" } }""",
        """{ "shop.posts": { "one": "{count} post", "other": "{count} posts" } }""");

    public static TheoryData<object, string, string> Numbers() => new()
    {
        { 1, "1 пост", "1 post" },
        { 21, "21 пост", "21 posts" },
        { 22L, "22 поста", "22 posts" },
        { 1_234_567, "1\u00A0234\u00A0567 постов", "1,234,567 posts" },
        { -1, "-1 пост", "-1 post" },
        { 1.5, "1,5 поста", "1.5 posts" },
        { 2.0, "2 поста", "2 posts" },
        { 2.50m, "2,50 поста", "2.50 posts" },
        { (byte)11, "11 постов", "11 posts" },
        { 0.1 + 0.2, "0,3 поста", "0.3 posts" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_count_is_written_and_declined_as_the_language_does(object count, string russian, string english)
    {
        Assert.Equal(russian, Posts.In("ru").Get("shop.posts", ("count", count)));
        Assert.Equal(english, Posts.In("en").GetMarkup("shop.posts", ("count", count)).Html);
    }

    [Fact]
    public void Dates_and_times_look_as_the_language_writes_them()
    {
        var texts = TextFiles.Same("{day}, {time}, {at}");
        (string, object?)[] values =
        [
            ("day", new DateOnly(2026, 3, 9)),
            ("time", new TimeOnly(7, 5)),
            ("at", new DateTimeOffset(2026, 12, 31, 23, 59, 0, TimeSpan.FromHours(3))),
        ];

        Assert.Equal("09.03.2026, 07:05, 31.12.2026 23:59", texts.In("ru").Get("shop.text", values));
        Assert.Equal("9 Mar 2026, 07:05, 31 Dec 2026 23:59", texts.In("en").Get("shop.text", values));
    }

    [Fact]
    public void The_cultures_know_their_name_and_months()
    {
        var day = new DateOnly(2026, 5, 9);

        Assert.Equal(("ru", "9 мая"), (Language.Russian.Culture.Name, day.ToString("M", Language.Russian.Culture)));
        Assert.Equal(("en", "9 May 2026"), (Language.English.Culture.Name, day.ToString("D", Language.English.Culture)));
        Assert.Equal("суббота", day.ToString("dddd", Language.Russian.Culture));
        Assert.True(Language.Russian.Culture.IsReadOnly);
    }

    [Fact]
    public void A_value_in_markup_is_escaped_and_markup_stays()
    {
        var text = TextFiles.Same("<b>{name}</b>").In("ru");

        Assert.Equal("<b>&lt;i&gt;&amp;&quot;</b>", text.GetMarkup("shop.text", ("name", "<i>&\"")).Html);
        Assert.Equal("<b><i>x</i></b>", text.GetMarkup("shop.text", ("name", Markup.FromTrustedHtml("<i>x</i>"))).Html);
        Assert.Equal("<b></b>", text.GetMarkup("shop.text", ("name", null)).Html);
    }

    [Fact]
    public void A_plain_text_shows_what_its_entities_mean_and_values_as_they_are()
    {
        var text = TextFiles.Same("A &amp; B &lt;{name}&gt; {{x}}").In("ru");

        Assert.Equal("A & B <<i>> {x}", text.Get("shop.text", ("name", "<i>")));
        Assert.Equal("A &amp; B &lt;&lt;i&gt;&gt; {x}", text.GetMarkup("shop.text", ("name", "<i>")).Html);
    }

    [Fact]
    public void No_value_can_ever_become_a_tag_or_an_entity() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[1, 5].Select(numbers => string.Concat(numbers.Select(number => Pieces[number])))).Sample(value =>
        {
            var html = TextFiles.Same("<b>{name}</b>").In("ru").GetMarkup("shop.text", ("name", value)).Html;
            var inside = html["<b>".Length..^"</b>".Length];
            return !inside.Contains('<', StringComparison.Ordinal) && !inside.Contains('>', StringComparison.Ordinal)
                && !inside.Contains('"', StringComparison.Ordinal) && WebUtility.HtmlDecode(inside) == value;
        });

    [Fact]
    public void No_template_however_odd_breaks_the_parser() =>
        Gen.Char["<>&;{}/ab \"=#x1"].Array[0, 24].Select(chars => new string(chars)).Sample(text =>
        {
            var (template, errors) = TemplateParser.Parse(text);
            return errors.Count > 0 || template.Parts.Length > 0;
        });

    [Fact]
    public void Tags_or_markup_where_only_plain_text_fits_are_an_error_in_words()
    {
        var tags = Assert.Throws<InvalidOperationException>(() => TextFiles.Same("<b>x</b>").In("ru").Get("shop.text"));
        var markup = Assert.Throws<ArgumentException>(() => TextFiles.Same("{x}").In("ru").Get("shop.text", ("x", Markup.Plain("y"))));

        Assert.StartsWith("The text 'shop.text' has tags (ru.json)", tags.Message, StringComparison.Ordinal);
        Assert.StartsWith("The value 'x' of the text 'shop.text' is markup", markup.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_named_with_the_nearest_one()
    {
        var exception = Assert.Throws<KeyNotFoundException>(() => Posts.In("ru").Get("shop.post"));

        Assert.Equal("There is no text 'shop.post' among the texts of 'shop' and of the host. Did you mean \"shop.posts\"?", exception.Message);
    }

    [Fact]
    public void A_missing_value_is_named_with_those_given()
    {
        var text = TextFiles.Same("{name}").In("ru");

        Assert.StartsWith(
            "The text 'shop.text' needs the value 'name'; given is only 'nmae'.",
            Assert.Throws<ArgumentException>(() => text.Get("shop.text", ("nmae", "x"))).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "The text 'shop.text' needs the value 'name'; given are none.",
            Assert.Throws<ArgumentException>(() => text.Get("shop.text")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_is_no_number_is_an_error_in_words() =>
        Assert.Contains(
            "must be a number, not 'many'",
            Assert.Throws<ArgumentException>(() => Posts.In("ru").Get("shop.posts", ("count", "many"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_without_values_costs_no_memory()
    {
        var text = TextFiles.Same("постоянный").In("ru");

        Assert.Same(text.Get("shop.text"), text.Get("shop.text"));
    }

    [Theory]
    [InlineData("ru", "ru")]
    [InlineData("RU-ru", "ru")]
    [InlineData("kk_KZ", "ru")]
    [InlineData("be", "ru")]
    [InlineData("en-US", "en")]
    [InlineData("de", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_language_tag_leads_to_one_of_the_two_languages(string? tag, string code) =>
        Assert.Equal(code, Language.For(tag).Code);
}
