using System.Text.Json;
using DrAivBot.Host.Delivery;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Telegram;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Notifications;

/// <summary>Writes one message in place of the many that waited.</summary>
internal sealed class DigestWriter(BotIdentity bot, CallbackSeal seal, LoadedModule core, TextCatalogue coreTexts)
{
    private const int MostLines = 20;

    /// <summary>The message as the outbox stores it.</summary>
    public string Write(Guid digest, CompanyId company, IReadOnlyList<HeldNotification> held)
    {
        var text = new ModuleText(coreTexts, coreTexts, Language.For(held[0].Language));
        var lines = held.Take(MostLines).Select(one => Markup.FromTrustedHtml("• ") + one.Line);
        var more = held.Count > MostLines ? text.GetMarkup("core.digest.more", ("count", held.Count - MostLines)) : Markup.Empty;
        var chat = held[0].ChatId;
        return JsonSerializer.Serialize(
            new Outgoing
            {
                Screen = new()
                {
                    Html = Markup.Paragraphs(text.GetMarkup("core.digest.title", ("count", held.Count)), Markup.Lines(lines), more).Html,
                    IsNotice = true,
                    Rows = [[new(text.Get("core.digest.show"), seal.Close(new(bot.Id, chat, chat, company.Value), CallbackSeal.Outside, Press(digest)), null)]],
                },
            },
            OutgoingJson.Plain.Outgoing);
    }

    private string Press(Guid digest)
    {
        var route = core.Screens.First(screen => screen.DataType == typeof(DigestPlace));
        return route.Tag + route.Shape.Encode(new DigestPlace(digest, 0));
    }
}

/// <summary>What a digest stands for, page by page.</summary>
[Callback("digest")]
internal readonly record struct DigestPlace(Guid Id, int Page);
