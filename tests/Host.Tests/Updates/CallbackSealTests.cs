using DrAivBot.Host.Telegram;
using System.Text;
using CsCheck;

namespace DrAivBot.Host.Tests.Updates;

public sealed class CallbackSealTests
{
    private static readonly CallbackSeal Seal = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly SealScope Scope = new(1, 2, 2, Guid.Parse("0198c000-0000-7000-8000-00000000000a"));

    private static readonly Gen<string> Press = Gen.Char["ABCabc012-_.$~"].Array[0, CallbackSeal.MaxPressBytes].Select(chars => new string(chars));

    [Fact]
    public void What_was_closed_opens_for_the_same_scope_and_fits_telegram() => Gen.Select(Gen.Int[0, (1 << 26) - 1], Press).Sample((number, press) =>
    {
        var data = Seal.Close(Scope, number, press);
        return Encoding.UTF8.GetByteCount(data) <= CallbackSeal.MaxBytes && Seal.Open(Scope, data) == (number, press);
    });

    [Fact]
    public void Nothing_opens_for_another_bot_user_chat_or_company()
    {
        var data = Seal.Close(Scope, 7, "abcd");
        Assert.Null(Seal.Open(Scope with { BotId = 9 }, data));
        Assert.Null(Seal.Open(Scope with { UserId = 9 }, data));
        Assert.Null(Seal.Open(Scope with { ChatId = 9 }, data));
        Assert.Null(Seal.Open(Scope with { CompanyId = Guid.NewGuid() }, data));
        Assert.Null(Seal.Open(Scope with { CompanyId = null }, data));
        Assert.Null(new CallbackSeal(new byte[32]).Open(Scope, data));
    }

    [Fact]
    public void A_changed_character_closes_it_for_good() => Gen.Select(Press, Gen.Int[0, 63], Gen.Char["ABCxyz019_"]).Sample((press, at, other) =>
    {
        var data = Seal.Close(Scope, 7, press);
        at %= data.Length;
        return data[at] == other || Seal.Open(Scope, data[..at] + other + data[(at + 1)..]) is null;
    });

    [Fact]
    public void Any_text_at_all_is_refused_without_an_error() =>
        Gen.String.Sample(text => Seal.Open(Scope, text) is null);
}
