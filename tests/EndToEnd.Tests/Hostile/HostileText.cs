using CsCheck;

namespace DrAivBot.EndToEnd.Tests.Hostile;

/// <summary>Texts nobody types by accident.</summary>
internal static class HostileText
{
    /// <summary>Stands for a broken surrogate until the update is written: no string of .NET survives with one.</summary>
    public const char BrokenSurrogate = '\uE000';

    /// <summary>In every hostile text: whatever of it is found in a log has leaked.</summary>
    public const string Canary = "cAnArY";

    private static readonly string[] Nasty =
    [
        "<b>bold", "</b></i></code>", "<a href=\"tg://user?id=1\">x</a>", "<script>alert(1)</script>", "&lt;&amp;&#0;&#x110000;&unknown;", "<", ">", "&", "&&&", "<<<>>>",
        "\"'`", "*_`[x](y)~||", "{name} {{0}} {count} %s %n", "'; drop table core.users; --", "\\\\\\\"", "\0", "a\0b", "\u202Egnp.exe\u202C", "\u2066\u2067\u2068\u2069",
        "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034DA",
        "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466\U0001F1F7\U0001F1FA", "\uFEFF\u200B\u2060", "\r\n\t\v\f\b\u0085\u2028\u2029", "\uFFFE\uFFFF", "\U0010FFFF", $"{BrokenSurrogate}", $"x{BrokenSurrogate}y",
        "", " ", "\u00A0", "/start", "/", "@", "$1", "null", "NaN", "tg://resolve?domain=x", "<tg-spoiler>", "<pre><code class=\"language-x\">", "<!-- -->", "<![CDATA[x]]>",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        OneOf(Nasty),
        Gen.String[0, 40],
        Gen.String[Gen.Char["<>&\"'/=ab;#x0 \n"], 0, 60],
        Gen.Int[0, 0x10FFFF].Where(code => code is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32),
        Gen.Int[1, 200].Select(count => "e" + new string('\u0301', count)));

    /// <summary>Mostly short, a few at the limit of a message, very few far beyond it.</summary>
    public static readonly Gen<string> Any = Gen.Frequency(
        (90, Piece.Array[1, 6].Select(pieces => Canary + string.Concat(pieces))),
        (8, Gen.Select(Piece, Gen.Int[1, 6000], (piece, length) => Canary + Repeat(piece, length))),
        (1, Piece.Select(piece => Canary + Repeat(piece, 1_000_000))));

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Repeat(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece.Length == 0 ? "<" : piece, (length / Math.Max(1, piece.Length)) + 1));
}
