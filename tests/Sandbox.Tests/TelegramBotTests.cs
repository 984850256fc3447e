using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace DrAivBot.Sandbox.Tests;

/// <summary>The client the host itself uses.</summary>
public sealed class TelegramBotTests
{
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hosts_client_can_do_all_it_needs()
    {
        await using var host = await SandboxHost.StartAsync();
        var user = await host.PersonAsync();
        var bot = Client(host);

        Assert.True((await bot.GetMe(Cancel)).IsBot);
        var sent = await bot.SendMessage(
            user, "<b>да</b>", ParseMode.Html, replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("A", "a")), cancellationToken: Cancel);
        Assert.Equal(MessageEntityType.Bold, sent.Entities![0].Type);
        await host.UserAsync("press", new { userId = user, messageId = sent.MessageId, data = "a" });
        var update = Assert.Single(await bot.GetUpdates(timeout: 5, cancellationToken: Cancel));
        Assert.Equal("a", update.CallbackQuery!.Data);
        Assert.Equal("ru", update.CallbackQuery.From.LanguageCode);
        await bot.AnswerCallbackQuery(update.CallbackQuery.Id, "ок", cancellationToken: Cancel);
        Assert.Equal("нет", (await bot.EditMessageText(user, sent.MessageId, "нет", cancellationToken: Cancel)).Text);
        var again = await Assert.ThrowsAsync<ApiRequestException>(() => bot.EditMessageText(user, sent.MessageId, "нет", cancellationToken: Cancel));
        Assert.Contains("message is not modified", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hosts_client_sends_files_with_their_names_albums_and_fetches_them_back()
    {
        await using var host = await SandboxHost.StartAsync();
        var user = await host.PersonAsync();
        var bot = Client(host);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("содержимое"));
        using var first = new MemoryStream(Pixel);
        using var second = new MemoryStream(Pixel);

        var document = await bot.SendDocument(user, InputFile.FromStream(text, "отчёт май.xlsx"), caption: "вот", cancellationToken: Cancel);
        var album = await bot.SendMediaGroup(
            user, [new InputMediaPhoto(InputFile.FromStream(first, "a.png")), new InputMediaPhoto(InputFile.FromStream(second, "b.png"))], cancellationToken: Cancel);
        using var fetched = new MemoryStream();
        await bot.GetInfoAndDownloadFile(document.Document!.FileId, fetched, Cancel);

        Assert.Equal("отчёт май.xlsx", document.Document.FileName);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", document.Document.MimeType);
        Assert.Equal("содержимое", Encoding.UTF8.GetString(fetched.ToArray()));
        Assert.Equal(album[0].MediaGroupId, album[1].MediaGroupId);
        Assert.Equal(1, album[0].Photo![^1].Width);
    }

    [Fact]
    public async Task The_hosts_client_sees_floods_conflicts_and_blocks_as_what_they_are()
    {
        await using var host = await SandboxHost.StartAsync();
        var user = await host.PersonAsync();
        var bot = Client(host);
        await host.UserAsync("faults", new { kind = "429", method = "sendMessage", times = 1, retryAfter = 9 });
        var flood = await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(user, "x", cancellationToken: Cancel));
        await bot.SetWebhook("https://example.org/hook", cancellationToken: Cancel);
        var conflict = await Assert.ThrowsAsync<ApiRequestException>(() => bot.GetUpdates(cancellationToken: Cancel));
        await bot.DeleteWebhook(cancellationToken: Cancel);
        await host.UserAsync("block", new { userId = user, blocked = true });
        var blocked = await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(user, "x", cancellationToken: Cancel));

        Assert.Equal((429, 9), (flood.ErrorCode, flood.Parameters!.RetryAfter));
        Assert.Equal(409, conflict.ErrorCode);
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (blocked.ErrorCode, blocked.Message));
        var update = Assert.Single(await bot.GetUpdates(cancellationToken: Cancel));
        Assert.Equal(ChatMemberStatus.Kicked, update.MyChatMember!.NewChatMember.Status);
    }

    private static TelegramBotClient Client(SandboxHost host) =>
        new(new TelegramBotClientOptions(SandboxHost.Token, host.Url) { RetryCount = 0 }, cancellationToken: Cancel);
}
