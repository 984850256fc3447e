namespace DrAivBot.Routing;

/// <summary>Writes links that open the bot at a place. A core service, injected into handlers and jobs. Implemented by the host; grows by new members.</summary>
public interface IDeepLinks
{
    /// <summary>The most characters that Telegram lets a link carry.</summary>
    const int MaxLength = 64;

    /// <summary>The link that opens the private chat with the bot and carries a payload to it.</summary>
    /// <param name="payload">
    /// 1 to <see cref="MaxLength"/> characters of <c>A-Z a-z 0-9 _ -</c>, beginning with a prefix that a module has declared
    /// with <see cref="IRouteBuilder.DeepLink{TPlace}"/>.
    /// </param>
    /// <returns><c>https://t.me/&lt;bot&gt;?start=&lt;payload&gt;</c>.</returns>
    /// <exception cref="ArgumentException">Telegram would not carry the payload.</exception>
    /// <exception cref="InvalidOperationException">Telegram has not told the bot's name yet: only before the first turn.</exception>
    Uri Create(string payload);
}
