using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace DrAivBot.Sandbox.Tests;

public sealed class SendTests
{
    public static object WithButton(long chat, string data) => new
    {
        chat_id = chat,
        text = "Выберите",
        reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Да", callback_data = data } } } },
    };

    [Theory]
    [InlineData("GETME")]
    [InlineData("getme")]
    public async Task Methods_are_known_in_any_letter_case_and_unknown_ones_are_named(string method)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.True((await host.OkAsync(method))["is_bot"]!.GetValue<bool>());
        Assert.Equal("Not Found: method not found", await host.RefusedAsync("makeCoffee"));
        Assert.Equal("Unauthorized", await host.RefusedAsync("getMe", token: "abc"));
        Assert.Equal(700001, (await host.OkAsync("getMe", token: SandboxHost.Token.Replace(":", "%3A", StringComparison.Ordinal)))["id"]!.GetValue<long>());
        Assert.Equal(42, (await host.OkAsync("getMe", token: "42:" + new string('x', 35)))["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_token_in_which_the_word_bot_stands_by_chance_is_as_good_as_any()
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(42, (await host.OkAsync("getMe", token: "42:" + "AboTbot".PadRight(35, 'x')))["id"]!.GetValue<long>());
        using var elsewhere = await host.Client.GetAsync("/robot42/getMe", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(0, elsewhere.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Form_multipart_query_and_strings_for_everything_are_understood()
    {
        await using var host = await SandboxHost.StartAsync();
        var user = await host.PersonAsync();
        var fields = new Dictionary<string, string>
        {
            ["chat_id"] = $"{user}",
            ["text"] = "*да*",
            ["parse_mode"] = "markdownV2",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}""",
        };
        using var form = new FormUrlEncodedContent(fields);
        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            multipart.Add(new StringContent(value), name);
        }

        var address = $"/bot{SandboxHost.Token}/sendMessage";
        var query = address + "?" + string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        using var byForm = await host.Client.PostAsync(address, form, TestContext.Current.CancellationToken);
        using var byMultipart = await host.Client.PostAsync(address, multipart, TestContext.Current.CancellationToken);
        using var byQuery = await host.Client.GetAsync(query, TestContext.Current.CancellationToken);
        foreach (var response in new[] { byForm, byMultipart, byQuery })
        {
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal("да", answer["result"]!["text"]!.GetValue<string>());
            Assert.Equal("bold", answer["result"]!["entities"]![0]!["type"]!.GetValue<string>());
            Assert.Equal("a", answer["result"]!["reply_markup"]!["inline_keyboard"]![0]![0]!["callback_data"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Broken_JSON_is_a_bad_request()
    {
        await using var host = await SandboxHost.StartAsync();
        foreach (var body in new[] { "{", "[]", """{"a":1,"a":2}""", """{"text":"\ud800"}""", new string('[', 100) })
        {
            using var content = SandboxHost.Json(body);
            using var response = await host.Client.PostAsync($"/bot{SandboxHost.Token}/sendMessage", content, TestContext.Current.CancellationToken);
            Assert.Equal(400, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Limits_are_refused_in_Telegrams_words()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        Assert.Equal("Bad Request: chat_id is empty", await host.RefusedAsync("sendMessage", new { text = "x" }));
        Assert.Equal("Bad Request: chat not found", await host.RefusedAsync("sendMessage", new { chat_id = 99, text = "x" }));
        Assert.Equal("Bad Request: message text is empty", await host.RefusedAsync("sendMessage", new { chat_id, text = " \n" }));
        Assert.Equal("Bad Request: message is too long", await host.RefusedAsync("sendMessage", new { chat_id, text = new string('я', 4097) }));
        await host.OkAsync("sendMessage", new { chat_id, text = $"<b>{new string('я', 4096)}</b>", parse_mode = "HTML" });
        Assert.Equal("Bad Request: unsupported parse_mode", await host.RefusedAsync("sendMessage", new { chat_id, text = "x", parse_mode = "BBCode" }));
        await host.OkAsync("sendMessage", WithButton(chat_id, new string('я', 32)));
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", await host.RefusedAsync("sendMessage", WithButton(chat_id, new string('я', 32) + "a")));
        Assert.Equal("Bad Request: reply markup is too long", await host.RefusedAsync("sendMessage", Buttons(chat_id, 26, 4)));
        await host.OkAsync("sendMessage", Buttons(chat_id, 25, 4));
        Assert.Equal(
            "Bad Request: message to be replied not found",
            await host.RefusedAsync("sendMessage", new { chat_id, text = "x", reply_parameters = new { message_id = 1 } }));
    }

    [Fact]
    public async Task An_edit_returns_the_message_and_says_when_nothing_changes()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        var message_id = (await host.OkAsync("sendMessage", WithButton(chat_id, "go")))["message_id"]!.GetValue<long>();

        var edited = await host.OkAsync("editMessageText", new { chat_id, message_id, text = "Готово" });

        Assert.Equal("Готово", edited["text"]!.GetValue<string>());
        Assert.NotNull(edited["edit_date"]);
        Assert.Null(edited["reply_markup"]);
        Assert.StartsWith("Bad Request: message is not modified", await host.RefusedAsync("editMessageText", new { chat_id, message_id, text = "Готово" }), StringComparison.Ordinal);
        Assert.Equal("Bad Request: message to edit not found", await host.RefusedAsync("editMessageText", new { chat_id, message_id = 1, text = "x" }));
        Assert.Equal("Bad Request: MESSAGE_TOO_LONG", await host.RefusedAsync("editMessageText", new { chat_id, message_id, text = new string('x', 4097) }));
        Assert.Equal("Bad Request: there is no caption in the message to edit", await host.RefusedAsync("editMessageCaption", new { chat_id, message_id, caption = "x" }));
        await host.OkAsync("deleteMessage", new { chat_id, message_id });
        Assert.Equal("Bad Request: message to delete not found", await host.RefusedAsync("deleteMessage", new { chat_id, message_id }));
        Assert.Equal("Bad Request: message to edit not found", await host.RefusedAsync("editMessageText", new { chat_id, message_id, text = "x" }));
    }

    [Fact]
    public async Task A_message_of_the_person_cannot_be_edited_by_the_bot()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        var written = await host.UserAsync("text", new { userId = chat_id, text = "моё" });
        Assert.Equal(
            "Bad Request: message can't be edited",
            await host.RefusedAsync("editMessageText", new { chat_id, message_id = written["message_id"]!.GetValue<long>(), text = "x" }));
    }

    [Fact]
    public async Task A_press_is_answered_once_and_not_after_150_seconds()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        await using var host = await SandboxHost.StartAsync(directory: null, clock);
        var user = await host.PersonAsync();
        var sent = await host.OkAsync("sendMessage", WithButton(user, "go"));
        var press = await host.UserAsync("press", new { userId = user, messageId = sent["message_id"]!.GetValue<long>(), data = "go" });
        var callback_query_id = press["id"]!.GetValue<string>();

        clock.Advance(TimeSpan.FromSeconds(149));
        await host.OkAsync("answerCallbackQuery", new { callback_query_id, text = "вот", show_alert = "true" });
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
            await host.RefusedAsync("answerCallbackQuery", new { callback_query_id }));
        var seen = await host.GetAsync("/sandbox/answers/" + callback_query_id);
        Assert.Equal("вот", seen["text"]!.GetValue<string>());
        Assert.True(seen["showAlert"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_blocked_bot_is_forbidden_to_write_and_a_stranger_too()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        await host.UserAsync("users", new { id = 77, name = "Никогда не писал", language = "ru" });
        await host.UserAsync("block", new { userId = chat_id, blocked = true });

        var changed = Assert.Single(await host.UpdatesAsync())!;
        Assert.Equal("kicked", changed["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>());
        Assert.Equal("Forbidden: bot was blocked by the user", await host.RefusedAsync("sendMessage", new { chat_id, text = "x" }));
        Assert.Equal("Forbidden: bot can't initiate conversation with a user", await host.RefusedAsync("sendMessage", new { chat_id = 77, text = "x" }));
        Assert.Contains("blocked", await host.UserRefusedAsync("text", new { userId = chat_id, text = "x" }), StringComparison.Ordinal);
        await host.UserAsync("start", new { userId = chat_id });
        await host.OkAsync("sendMessage", new { chat_id, text = "x" });
    }

    [Fact]
    public async Task A_reply_keyboard_is_the_chats_and_never_comes_back_in_a_message()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        var sent = await host.OkAsync("sendMessage", new { chat_id, text = "x", reply_markup = new { keyboard = new[] { new[] { "Да" } }, resize_keyboard = true } });
        var shown = await host.GetAsync($"/sandbox/chats/{chat_id}/messages");
        Assert.Null(sent["reply_markup"]);
        Assert.Equal("Да", shown["keyboard"]!["keyboard"]![0]![0]!["text"]!.GetValue<string>());
        await host.OkAsync("sendMessage", new { chat_id, text = "x", reply_markup = new { remove_keyboard = true } });
        Assert.Null((await host.GetAsync($"/sandbox/chats/{chat_id}/messages"))["keyboard"]);
    }

    private static object Buttons(long chat, int rows, int columns) => new
    {
        chat_id = chat,
        text = "x",
        reply_markup = new
        {
            inline_keyboard = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => new { text = "A", callback_data = "a" })),
        },
    };
}
