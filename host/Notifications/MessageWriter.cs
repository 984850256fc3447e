using System.Text.Json;
using DrAivBot.Delivery;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Notifications;

/// <summary>Writes what a module tells somebody: in their language, its button sealed for them and their company.</summary>
internal sealed class MessageWriter(BotIdentity bot, CallbackSeal seal, TextCatalogue coreTexts)
{
    public IText TextFor(LoadedModule module, Addressee to) =>
        new ModuleText(module.Texts, coreTexts, Language.For(to.Language), ReaderZone.Find(to.TimeZone));

    /// <summary>A message without buttons of the conversation.</summary>
    /// <exception cref="InvalidOperationException">There is no text, or the button cannot work.</exception>
    public Outgoing Write(
        LoadedModule module, CompanyId company, Addressee to, Func<IText, Markup> body, NotificationButton? button)
    {
        var text = TextFor(module, to);
        var markup = body(text);
        if (markup.IsEmpty)
        {
            throw new InvalidOperationException("A message has no text, which Telegram refuses. Let Body return at least a title.");
        }

        return new()
        {
            Screen = new()
            {
                Html = markup.Html,
                IsNotice = true,
                Rows = button is null ? [] : [[new(button.Label(text), seal.Close(new(bot.Id, to.ChatId, to.ChatId, company.Value), CallbackSeal.Outside, Encode(module, button)), null)]],
            },
        };
    }

    /// <summary>The same as the outbox stores it: more than one message when it is long.</summary>
    public static string[] Serialise(Outgoing message) =>
        [.. OutgoingParts.Of(message).Select(part => JsonSerializer.Serialize(part, OutgoingJson.Plain.Outgoing))];

    /// <summary>The place as buttons carry it: tag of its route and its fields.</summary>
    public static string Encode(LoadedModule module, NotificationButton button)
    {
        var type = button.Place.GetType();
        var route = module.Screens.FirstOrDefault(screen => screen.DataType == type)
            ?? throw new InvalidOperationException($"The button of a message carries {type.Name}, which no screen of '{module}' draws. Register it with Routes.Screen<{type.Name}, …>().");
        var press = route.Tag + route.Shape.Encode(button.Place);
        return press.Length <= CallbackSeal.MaxPressBytes && press.All(char.IsAscii)
            ? press
            : throw new InvalidOperationException($"The place {type.Name} does not fit into the button of a message: {press.Length} bytes, {CallbackSeal.MaxPressBytes} at most, ASCII only. Name things by their ids.");
    }
}
