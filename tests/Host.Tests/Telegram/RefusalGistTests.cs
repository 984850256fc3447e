using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Tests.Telegram;

public sealed class RefusalGistTests
{
    [Theory]
    [InlineData("Bad Request: message text is empty", "Bad Request: message text is empty")]
    [InlineData("Bad Request: can't parse entities: Unsupported start tag \"secret\" at byte offset 7", "Bad Request: can't parse entities")]
    [InlineData("Bad Request: inline keyboard button URL 'http://secret' is invalid: Wrong host", "Bad Request: inline keyboard button URL")]
    [InlineData("Bad Request: BUTTON_DATA_INVALID", "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("the stored message cannot be read", "the stored message cannot be read")]
    [InlineData("тайна", "")]
    public void Only_the_words_telegram_always_says_are_logged(string reason, string gist) => Assert.Equal(gist, RefusalGist.Of(reason));
}
