using CsCheck;
using DrAivBot.Host.Dialogs;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(" \u00A0a\u200Bb\u202Ec\0 ", "abc")]
    [InlineData("\uFEFFИмя\u2069", "Имя")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("a\u200Db\u200D", "ab")]
    [InlineData("a\uD800b", "ab")]
    [InlineData("\u3164\u2800", "")]
    [InlineData("a\r\nb\u2028c", "a\nb\nc")]
    public void What_nobody_can_see_is_taken_out(string typed, string clean) =>
        Assert.Equal(clean, TypedText.Clean(typed, multiLine: false));

    [Fact]
    public void Control_characters_leave_a_text_of_several_lines() =>
        Assert.Equal("a\n\tb", TypedText.Clean("a\n\t\u0007\u001Bb", multiLine: true));

    [Fact]
    public void Cleaning_twice_changes_nothing_more() =>
        Gen.Select(Gen.String, Gen.Bool).Sample((text, multiLine) =>
        {
            var clean = TypedText.Clean(text, multiLine);
            return TypedText.Clean(clean, multiLine) == clean && !clean.Contains('\0', StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("короткий", 10, "короткий")]
    [InlineData("ровно пять", 10, "ровно пять")]
    [InlineData("слишком длинный", 10, "слишком д…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…")]
    public void A_long_text_is_cut_after_a_whole_character(string text, int max, string cut) =>
        Assert.Equal(cut, TypedText.Shorten(text, max));
}
