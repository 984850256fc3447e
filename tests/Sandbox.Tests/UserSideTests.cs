namespace DrAivBot.Sandbox.Tests;

public sealed class UserSideTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_button_that_is_not_there_cannot_be_pressed_unless_a_test_forges_it()
    {
        await using var host = await SandboxHost.StartAsync();
        var userId = await host.PersonAsync();
        var messageId = (await host.OkAsync("sendMessage", SendTests.WithButton(userId, "go")))["message_id"]!.GetValue<long>();

        Assert.Contains("\"Да\" (go)", await host.UserRefusedAsync("press", new { userId, messageId, data = "stop" }), StringComparison.Ordinal);
        Assert.Contains("no message 1 ", await host.UserRefusedAsync("press", new { userId, messageId = 1, data = "go" }), StringComparison.Ordinal);
        await host.UserAsync("press", new { userId, messageId, text = "Да" });
        await host.UserAsync("press", new { userId, text = "Да" });
        await host.UserAsync("press", new { userId, messageId, data = "stop", raw = true });
        await host.OkAsync("deleteMessage", new { chat_id = userId, message_id = messageId });
        await host.UserRefusedAsync("press", new { userId, messageId, data = "go" });
        var updates = await host.UpdatesAsync();
        Assert.Equal(["go", "go", "stop"], updates.Select(u => u!["callback_query"]!["data"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_text_a_client_would_split_is_refused_but_can_be_forced()
    {
        await using var host = await SandboxHost.StartAsync();
        var text = new string('я', 4097);
        Assert.Contains("4096", await host.UserRefusedAsync("text", new { userId = 5, text }), StringComparison.Ordinal);
        Assert.Contains("empty", await host.UserRefusedAsync("text", new { userId = 5, text = "  " }), StringComparison.Ordinal);
        await host.UserAsync("text", new { userId = 5, text, raw = true });
        Assert.Equal(4097, Assert.Single(await host.UpdatesAsync())!["message"]!["text"]!.GetValue<string>().Length);
    }

    [Fact]
    public async Task Start_edit_reply_and_contact_reach_the_bot_as_Telegram_would_send_them()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.UserAsync("users", new { id = 5, name = "Анна", language = "ru", username = "anna" });
        var start = await host.UserAsync("start", new { userId = 5, payload = "inv-1" });
        await host.UserAsync("text", new { userId = 5, text = "ответ", replyTo = start["message_id"]!.GetValue<long>() });
        await host.UserAsync("edit", new { userId = 5, messageId = start["message_id"]!.GetValue<long>(), text = "правка" });
        await host.UserAsync("contact", new { userId = 5, phone = "+70000000000", firstName = "Анна" });
        await host.UserRefusedAsync("start", new { userId = 5, payload = "a b" });

        var updates = await host.UpdatesAsync();
        Assert.Equal("/start inv-1", updates[0]!["message"]!["text"]!.GetValue<string>());
        Assert.Equal("bot_command", updates[0]!["message"]!["entities"]![0]!["type"]!.GetValue<string>());
        Assert.Equal("anna", updates[0]!["message"]!["from"]!["username"]!.GetValue<string>());
        Assert.NotNull(updates[1]!["message"]!["reply_to_message"]);
        Assert.Equal("правка", updates[2]!["edited_message"]!["text"]!.GetValue<string>());
        Assert.Equal(5, updates[3]!["message"]!["contact"]!["user_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_file_of_a_person_can_be_fetched_by_the_bot_and_shown_safely()
    {
        await using var host = await SandboxHost.StartAsync();
        var sent = await host.UserAsync("file", new { userId = 5, name = "../../a<b>.html", mime = "text/html", base64 = Convert.ToBase64String("<script>"u8), caption = "вот" });
        var document = Assert.Single(await host.UpdatesAsync())!["message"]!["document"]!;
        var file = await host.OkAsync("getFile", new { file_id = document["file_id"]!.GetValue<string>() });
        var bytes = await host.Client.GetByteArrayAsync($"/file/bot{SandboxHost.Token}/{file["file_path"]}", Cancel);
        using var shown = await host.Client.GetAsync($"/sandbox/files/{document["file_unique_id"]}", Cancel);

        Assert.Equal("<script>"u8.ToArray(), bytes);
        Assert.Equal("a<b>.html", sent["document"]!["file_name"]!.GetValue<string>());
        Assert.Equal("application/octet-stream", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("Base64", await host.UserRefusedAsync("file", new { userId = 5, name = "a", mime = "", base64 = "%" }), StringComparison.Ordinal);
        Assert.Contains("IMAGE_PROCESS_FAILED", await host.UserRefusedAsync("file", new { userId = 5, name = "a.png", mime = "", base64 = "AAAA", kind = "photo" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_update_can_be_given_raw_and_its_chat_answered()
    {
        await using var host = await SandboxHost.StartAsync();
        host.AnswersFollowTheSchema = false;
        await host.UserAsync("update", new { from_the_future = new { a = 1 } });
        await host.UserAsync("update", new
        {
            message = new { message_id = 1, date = 1, chat = new { id = -100, type = "group", title = "Г" }, text = "x" },
        });
        var updates = await host.UpdatesAsync();
        Assert.Equal(1, updates[0]!["from_the_future"]!["a"]!.GetValue<int>());
        Assert.Equal("Г", (await host.OkAsync("sendMessage", new { chat_id = -100, text = "всем" }))["chat"]!["title"]!.GetValue<string>());
        await host.UserRefusedAsync("update", new { });
    }

    [Fact]
    public async Task Events_are_streamed_and_resumed()
    {
        await using var host = await SandboxHost.StartAsync();
        var userId = await host.PersonAsync();
        var seen = (await host.GetAsync("/sandbox/info"))["seq"]!.GetValue<long>();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sandbox/events?userId={userId}");
        request.Headers.Add("Last-Event-ID", $"{seen}");
        await host.OkAsync("sendChatAction", new { chat_id = userId, action = "typing" });
        var message_id = (await host.OkAsync("sendMessage", SendTests.WithButton(userId, "go")))["message_id"]!.GetValue<long>();
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        var press = await host.UserAsync("press", new { userId, messageId = message_id, data = "go" });
        await host.OkAsync("answerCallbackQuery", new { callback_query_id = press["id"]!.GetValue<string>(), text = "да" });
        await host.OkAsync("editMessageText", new { chat_id = userId, message_id, text = "стало" });
        await host.OkAsync("pinChatMessage", new { chat_id = userId, message_id });
        await host.OkAsync("sendMessage", new { chat_id = userId, text = "k", reply_markup = new { keyboard = new[] { new[] { "Да" } } } });
        await host.OkAsync("deleteMessage", new { chat_id = userId, message_id });

        var kinds = new List<string>();
        var ids = new List<long>();
        while (kinds.Count < 8 && await reader.ReadLineAsync(Cancel) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kinds.Add(line[7..]);
            }
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                ids.Add(long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(["action", "message", "answer", "edit", "pin", "message", "keyboard", "delete"], kinds);
        Assert.Equal(ids.Order(), ids);
        Assert.True(ids[0] > seen);
    }

    [Fact]
    public async Task Faults_hit_what_they_are_for_as_often_as_they_should()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        await host.UserAsync("faults", new { kind = "429", method = "SENDMESSAGE", chatId = chat_id, times = 2, retryAfter = 5 });
        for (var i = 0; i < 2; i++)
        {
            var flood = await host.CallAsync("sendMessage", new { chat_id, text = "x" });
            Assert.Equal(429, flood["error_code"]!.GetValue<int>());
            Assert.Equal("Too Many Requests: retry after 5", flood["description"]!.GetValue<string>());
            Assert.Equal(5, flood["parameters"]!["retry_after"]!.GetValue<int>());
        }

        await host.OkAsync("sendMessage", new { chat_id, text = "дошло" });
        await host.UserAsync("faults", new { kind = "5xx", times = 1 });
        Assert.Equal(502, (await host.CallAsync("getMe"))["error_code"]!.GetValue<int>());
        await host.UserAsync("faults", new { kind = "drop", method = "sendMessage", times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => host.CallAsync("sendMessage", new { chat_id, text = "не дошло" }));
        await host.UserAsync("faults", new { kind = "lost_answer", method = "sendMessage", times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => host.CallAsync("sendMessage", new { chat_id, text = "дошло молча" }));
        var texts = (await host.GetAsync($"/sandbox/chats/{chat_id}/messages"))["messages"]!.AsArray().Select(m => m!["text"]!.GetValue<string>());
        Assert.Equal(["/start", "дошло", "дошло молча"], texts);
        await host.UserAsync("faults", new { kind = "delay" });
        Assert.Single((await host.GetAsync("/sandbox/faults")).AsArray());
        using var gone = await host.Client.DeleteAsync("/sandbox/faults", Cancel);
        Assert.Empty((await host.GetAsync("/sandbox/faults")).AsArray());
        await host.UserRefusedAsync("faults", new { kind = "earthquake" });
    }

    [Fact]
    public async Task The_call_log_shows_what_was_asked_and_no_answer_shows_a_token()
    {
        await using var host = await SandboxHost.StartAsync();
        var chat_id = await host.PersonAsync();
        await host.OkAsync("sendMessage", new { chat_id, text = "x" });
        await host.RefusedAsync("sendMessage", new { chat_id = 1, text = "x" });
        await host.OkAsync("setWebhook", new { url = "http://127.0.0.1:9/", secret_token = "geheim" });
        var calls = (await host.GetAsync("/sandbox/calls?limit=3")).AsArray();

        Assert.Equal(["sendMessage", "sendMessage", "setWebhook"], calls.Select(c => c!["method"]!.GetValue<string>()));
        Assert.Equal(chat_id, calls[0]!["chatId"]!.GetValue<long>());
        Assert.Equal("Bad Request: chat not found", calls[1]!["error"]!.GetValue<string>());
        foreach (var path in new[] { "/sandbox/info", "/sandbox/calls?limit=2000", $"/sandbox/chats/{chat_id}/messages" })
        {
            var text = (await host.GetAsync(path)).ToJsonString();
            Assert.DoesNotContain(SandboxHost.Token[10..], text, StringComparison.Ordinal);
            Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_caller_who_is_not_this_machine_finds_nothing(string header, string value)
    {
        await using var host = await SandboxHost.StartAsync();
        foreach (var path in new[] { "/sandbox/info", $"/bot{SandboxHost.Token}/getMe", "/", "/sandbox/events", "/sandbox/files/x" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await host.Client.SendAsync(request, Cancel);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_of_a_foreign_page_is_no_request_of_the_user_side()
    {
        await using var host = await SandboxHost.StartAsync();
        using var content = new StringContent("""{"userId":5,"text":"x"}""");
        using var response = await host.Client.PostAsync("/sandbox/text", content, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("application/json", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_bot_has_chats_of_its_own()
    {
        await using var host = await SandboxHost.StartAsync();
        var other = "42:" + new string('x', 35);
        await host.UserAsync("text", new { userId = 5, text = "другому", bot = 42 });
        Assert.Empty(await host.UpdatesAsync());
        Assert.Single(await host.UpdatesAsync(token: other));
        Assert.Equal(42, (await host.GetAsync("/sandbox/info?bot=42"))["bot"]!["id"]!.GetValue<long>());
    }
}
