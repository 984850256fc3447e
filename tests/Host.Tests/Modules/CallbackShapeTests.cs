using CsCheck;
using DrAivBot.Host.Modules;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Tests.Modules;

public sealed class CallbackShapeTests
{
    private static readonly CallbackShape Everything = CallbackShape.Of(typeof(Everything));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String, Gen.String["ab.!=,-_ deяЖ"], Gen.Const(""), Gen.Const("."), Gen.Const("!"), Gen.Const("=x.!d!e"));

    private static readonly Gen<Guid> Ids = Gen.OneOf(Gen.Guid, Gen.Const(Guid.Empty));

    private static readonly Gen<Everything> Values =
        from numbers in Gen.Select(Gen.OneOf(Gen.Int, Gen.Const(int.MinValue), Gen.Const(int.MaxValue)), Gen.OneOf(Gen.Long, Gen.Const(long.MinValue), Gen.Const(long.MaxValue)), Gen.Bool, Gen.Int.Nullable())
        from texts in Gen.Select(Texts, Texts.Null(), Ids, Ids.Nullable())
        from others in Gen.Select(Gen.DateOnly, Gen.DateOnly.Nullable(), Gen.Enum<Colour>(), Gen.Enum<Colour>().Nullable())
        from ids in Gen.Select(Ids, Ids.Nullable(), Ids)
        select new Everything(
            numbers.Item1, numbers.Item2, numbers.Item3, numbers.Item4, texts.Item1, texts.Item2, texts.Item3, texts.Item4,
            others.Item1, others.Item2, others.Item3, others.Item4, new CompanyId(ids.Item1),
            ids.Item2 is { } id ? new PositionId(id) : null, new UserId(ids.Item3), CompanyRoles.Manager | CompanyRoles.Owner);

    [Fact]
    public void Every_value_comes_back_as_it_was()
    {
        Values.Sample(value => Everything.TryDecode(Everything.Encode(value), out var back) && value.Equals(back));
    }

    [Fact]
    public void Different_values_never_share_a_text()
    {
        Gen.Select(Texts, Texts.Null(), Texts, Texts.Null()).Sample((a, b, c, d) =>
        {
            var shape = CallbackShape.Of(typeof(TwoTexts));
            return (shape.Encode(new TwoTexts(a, b)) == shape.Encode(new TwoTexts(c, d))) == ((a, b) == (c, d));
        });
    }

    [Fact]
    public void Garbage_is_answered_with_no_and_never_throws()
    {
        Gen.OneOf(Gen.String, Gen.String["0123456789AZaz-_.!=de"]).Sample(text =>
        {
            foreach (var type in new[] { typeof(Everything), typeof(TwoTexts), typeof(Empty), typeof(Page), typeof(Ids) })
            {
                var shape = CallbackShape.Of(type);
                if (shape.TryDecode(text, out var data))
                {
                    Assert.Equal(text, shape.Encode(data));
                }
            }
        });
    }

    [Fact]
    public void Altered_text_is_answered_with_no_and_never_throws()
    {
        Gen.Select(Values, Gen.Int[0, 400], Gen.Char["0123456789AZaz-_.!=de"]).Sample((value, at, with) =>
        {
            var text = Everything.Encode(value);
            var altered = text.Length == 0 ? with.ToString() : text.Remove(at % text.Length, 1).Insert(at % text.Length, with.ToString());
            if (Everything.TryDecode(altered, out var data))
            {
                Assert.Equal(altered, Everything.Encode(data));
            }
        });
    }

    [Fact]
    public void A_text_is_never_longer_than_the_shape_says()
    {
        var shape = CallbackShape.Of(typeof(Ids));
        Gen.Select(Gen.Guid, Gen.Int, Gen.Bool).Sample((id, number, flag) => shape.Encode(new Ids(id, number, flag)).Length <= shape.MaxLength);
        Assert.Equal(22 + 1 + 6 + 1 + 1, shape.MaxLength);
        Assert.Null(CallbackShape.Of(typeof(TwoTexts)).MaxLength);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "1")]
    [InlineData(7, "E")]
    [InlineData(31, "-")]
    public void A_small_number_takes_one_character(int number, string text)
    {
        Assert.Equal(text, CallbackShape.Of(typeof(Page)).Encode(new Page(number)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zzzzzzz")]
    [InlineData("1.2")]
    [InlineData("٣")]
    public void A_number_that_is_none_is_refused(string text)
    {
        Assert.False(CallbackShape.Of(typeof(Page)).TryDecode(text, out _));
    }

    [Theory]
    [InlineData(typeof(Priced), "Priced.Amount is of type Decimal, which a button cannot carry")]
    [InlineData(typeof(Listed), "Listed.Items is of type")]
    [InlineData(typeof(Leaky), "Leaky stores 2 values, but its constructor takes 1")]
    [InlineData(typeof(TwoWays), "TwoWays has 2 public constructors")]
    [InlineData(typeof(Unreadable), "no public property of that name and type")]
    public void A_struct_that_a_button_cannot_carry_is_refused_with_the_cure(Type type, string words)
    {
        var refused = Assert.Throws<ModuleRefusedException>(() => CallbackShape.Of(type));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }
}
