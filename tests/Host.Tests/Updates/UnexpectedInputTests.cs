using System.Text.Json.Nodes;
using DrAivBot.Testing;

namespace DrAivBot.Host.Tests.Updates;

/// <summary>Whatever people send, they get the right answer, or silence where an answer would be out of place.</summary>
public sealed class UnexpectedInputTests(NotesHost notes) : IClassFixture<NotesHost>
{
    [Theory]
    [InlineData("привет", "Не понял. Нажмите кнопку или откройте меню: /menu")]
    [InlineData("/nosuchcommand", "Такой команды нет. Что я умею: /help")]
    [InlineData("/NOSUCH@some_bot x y", "Такой команды нет.")]
    [InlineData("/", "Не понял")]
    [InlineData("/ notes", "Не понял")]
    [InlineData("/cancel", "Отменять нечего.")]
    [InlineData("/notes", "Не найдено или недоступно.")]
    public async Task A_guests_text_gets_its_answer_and_the_menu(string text, string answer)
    {
        var anna = await GuestAsync();
        await anna.SayRawAsync(text);
        Assert.Contains(answer, anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Здравствуйте, Анна!", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("photo", "Такие сообщения я пока не читаю.")]
    [InlineData("document", "Файл здесь не нужен.")]
    [InlineData("voice", "Такие сообщения я пока не читаю.")]
    [InlineData("video", "Такие сообщения я пока не читаю.")]
    public async Task A_file_is_not_read_and_the_question_stays(string kind, string answer)
    {
        var anna = await GuestAsync();
        await anna.PressAsync("Создать компанию");
        await anna.SendFileAsync(kind, "a.bin", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), "подпись");
        Assert.Contains(answer, anna.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Шаг 1 из 3", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sticker", """{"file_id":"a","file_unique_id":"b","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false}""")]
    [InlineData("location", """{"latitude":1.5,"longitude":2.5}""")]
    [InlineData("dice", """{"emoji":"🎲","value":3}""")]
    [InlineData("poll", """{"id":"1","question":"?","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false}""")]
    [InlineData("something_telegram_invents_later", "{}")]
    public async Task Content_that_is_no_text_is_answered(string name, string json)
    {
        var anna = await GuestAsync();
        await SendAsync(anna, MessageOf(anna, anna.Id, "private", (name, JsonNode.Parse(json)!)));
        Assert.Contains("Такие сообщения я пока не читаю.", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_message_is_left_alone()
    {
        var anna = await GuestAsync();
        await anna.PressAsync("Создать компанию");
        await anna.SayAsync("Ромашка");
        var before = anna.Messages.Count;
        await anna.EditAsync(anna.Messages.Last(message => !message.FromBot), "Лютик");
        Assert.Equal(before, anna.Messages.Count);
        Assert.Contains("Шаг 2 из 3", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_only_a_command_is_answered_and_only_with_the_way_to_the_private_chat()
    {
        var anna = await notes.OwnerWithNotesAsync("Анна", "Тайна");
        var group = -1_000_000_000_000 - anna.Id;
        await SendAsync(anna, MessageOf(anna, group, "supergroup", ("text", "привет всем")), group);
        Assert.Empty(await notes.Chat.ReadMessagesAsync(group));

        await SendAsync(anna, MessageOf(anna, group, "supergroup", ("text", "/notes")), group);
        var answer = Assert.Single(await notes.Chat.ReadMessagesAsync(group));
        Assert.Contains("Я работаю в личной переписке", answer.Text, StringComparison.Ordinal);
        Assert.Contains("https://t.me/", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Buttons);
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_refused_in_words()
    {
        var anna = await GuestAsync();
        await anna.SayRawAsync(new string('я', 1 << 20));
        Assert.Contains("Не понял", anna.Screen.Text, StringComparison.Ordinal);
        await anna.PressAsync("Создать компанию");
        await anna.SayRawAsync(new string('я', 1 << 20));
        Assert.Contains("⚠️", anna.Screen.Text, StringComparison.Ordinal);
        await anna.SayAsync("Ромашка");
        Assert.Contains("Шаг 2 из 3", anna.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"inline_query":{"id":"1","from":{"id":@,"is_bot":false,"first_name":"A"},"query":"","offset":""}}""")]
    [InlineData("""{"my_chat_member":{"chat":{"id":@,"type":"private"},"from":{"id":@,"is_bot":false,"first_name":"A"},"date":1}}""")]
    [InlineData("""{"message_reaction":{"chat":{"id":@,"type":"private"},"message_id":1,"user":{"id":@},"date":1,"old_reaction":[],"new_reaction":[]}}""")]
    [InlineData("""{"channel_post":{"message_id":1,"date":1,"chat":{"id":@,"type":"channel","title":"c"},"text":"/start"}}""")]
    [InlineData("""{"brand_new_kind":{"from":{"id":@},"payload":[1,2,3]}}""")]
    [InlineData("""{"message":"text"}""")]
    [InlineData("""{"message":null}""")]
    [InlineData("""{"message":[]}""")]
    [InlineData("""{"message":{}}""")]
    [InlineData("""{"message":{"message_id":1,"date":1,"chat":{"id":@,"type":"private"},"text":"/start"}}""")]
    [InlineData("""{"message":{"message_id":1,"date":1,"from":{"id":@,"is_bot":true,"first_name":"A"},"chat":{"id":@,"type":"private"},"text":"/start"}}""")]
    [InlineData("""{"message":{"message_id":"one","date":"today","from":{"id":@},"chat":{"id":@},"text":5}}""")]
    [InlineData("""{"message":{"message_id":1,"date":1,"from":{"id":"@"},"chat":{"id":1e40,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"message":{"message_id":1,"date":1,"from":{"id":@,"is_bot":false,"first_name":"A"},"text":"/start"}}""")]
    [InlineData("""{"callback_query":{"id":5,"from":7,"data":[]}}""")]
    [InlineData("""{"callback_query":{"id":"5","data":"x"}}""")]
    [InlineData("{}")]
    public async Task An_update_of_another_kind_or_shape_is_dropped_without_a_word(string json)
    {
        var anna = await GuestAsync();
        var (before, id) = (anna.Messages.Count, 5_000_000_000L + anna.Id);
        var update = JsonNode.Parse(json.Replace("@", $"{anna.Id}", StringComparison.Ordinal))!.AsObject();
        update["update_id"] = id;
        await notes.Host.DeliverAsync(update);
        await notes.Chat.SettleAsync([id], anna.Id, anna.Id, 0);
        Assert.Equal(0, await StoredAsync(id));

        await anna.RefreshAsync();
        Assert.Equal(before, anna.Messages.Count);
        await anna.SayAsync("/menu");
        Assert.Equal(before + 2, anna.Messages.Count);
    }

    [Fact]
    public async Task Half_a_character_and_a_nul_in_a_text_harm_nobody()
    {
        var anna = await GuestAsync();
        await anna.PressAsync("Создать компанию");
        var id = 6_000_000_000L + anna.Id;
        var json = $$$"""{"update_id":{{{id}}},"message":{"message_id":1,"date":1,"from":{"id":{{{anna.Id}}},"is_bot":false,"first_name":"Анна\u0000\ud83d","language_code":"ru"},"chat":{"id":{{{anna.Id}}},"type":"private"},"text":"Ро\u0000машка \ud83d"}}""";
        await notes.Host.DeliverAsync(json);
        await notes.Chat.SettleAsync([id], anna.Id, anna.Id);
        await anna.SayAsync("/menu");
        Assert.Contains("Здравствуйте, Анна", anna.Screen.Text, StringComparison.Ordinal);
    }

    private async Task<long> StoredAsync(long id)
    {
        // Who names no sender and no chat has lane 0: wait until that lane is empty, too.
        await notes.Chat.SettleAsync([id], 0, 0);
        return await notes.Host.QueryAsync<long>(
            "select count(*) from (select update_id from core.inbox union all select update_id from core.set_aside) s where update_id = $1", id);
    }

    private async Task<ChatUser> GuestAsync()
    {
        var anna = await notes.Chat.NewUserAsync("Анна", "ru");
        await anna.StartAsync();
        return anna;
    }

    private async Task SendAsync(ChatUser user, JsonObject update, long? chat = null)
    {
        var id = await notes.Chat.SendUpdateAsync(update);
        await notes.Chat.SettleAsync([id!.Value], user.Id, chat ?? user.Id);
        await user.RefreshAsync();
    }

    private static JsonObject MessageOf(ChatUser user, long chat, string type, (string Name, JsonNode Value) content) => new()
    {
        ["message"] = new JsonObject
        {
            ["message_id"] = 1,
            ["date"] = 1,
            ["from"] = new JsonObject { ["id"] = user.Id, ["is_bot"] = false, ["first_name"] = user.Name, ["language_code"] = user.Language },
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = type, ["title"] = "Группа" },
            [content.Name] = content.Value,
        },
    };
}
