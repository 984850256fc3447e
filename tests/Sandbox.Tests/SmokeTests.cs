namespace DrAivBot.Sandbox.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_person_writes_the_bot_answers_and_a_press_comes_back()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.UserAsync("users", new { id = 1001, name = "Анна", language = "ru" });
        await host.UserAsync("text", new { userId = 1001, text = "привет /start" });
        var updates = await host.UpdatesAsync();
        var sent = await host.OkAsync("sendMessage", new
        {
            chat_id = 1001,
            text = "<b>Да</b>",
            parse_mode = "Html",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "A", callback_data = "a" } } } },
        });
        var id = sent["message_id"]!.GetValue<long>();
        var press = await host.UserAsync("press", new { userId = 1001, messageId = id, data = "a" });
        await host.OkAsync("answerCallbackQuery", new { callback_query_id = press["id"]!.GetValue<string>(), text = "ok" });
        await host.OkAsync("editMessageText", new { chat_id = 1001, message_id = id, text = "готово" });
        var messages = await host.GetAsync("/sandbox/chats/1001/messages");
        Assert.Single(updates);
        Assert.Equal("готово", messages["messages"]![1]!["text"]!.GetValue<string>());
        Assert.True((await host.GetAsync($"/sandbox/answers/{press["id"]}"))["answered"]!.GetValue<bool>());
        TestContext.Current.SendDiagnosticMessage(messages.ToJsonString());
    }
}
