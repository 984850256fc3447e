using DrAivBot.Host.Logging;

namespace DrAivBot.Host.Tests.Logging;

public sealed class RedactionTests
{
    [Fact]
    public void A_secret_inside_another_leaves_nothing_behind() =>
        Assert.Equal("call *** and ***", new Redaction(["secret-part", "123:secret-part", null]).Apply("call 123:secret-part and secret-part"));

    [Fact]
    public void What_is_too_short_to_be_a_secret_stays() => Assert.Equal("a b c", new Redaction(["b"]).Apply("a b c"));

    [Fact]
    public void The_message_of_a_foreign_exception_is_left_out_and_its_type_and_cause_are_kept()
    {
        var words = ExceptionWords.Describe(Thrown(new FormatException("input was «canary»", new TimeoutException("canary"))));

        Assert.DoesNotContain("canary", words, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", words, StringComparison.Ordinal);
        Assert.Contains("caused by System.TimeoutException", words, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), words, StringComparison.Ordinal);
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (FormatException caught)
        {
            return caught;
        }
    }
}
