using CsCheck;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Host.Tests.Telegram;

public sealed class UpdateReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"update_id\":\"7\"}")]
    [InlineData("{\"update_id\":1.5}")]
    [InlineData("{\"update_id\":99999999999999999999}")]
    [InlineData("{\"update_id\":7")]
    public void What_is_no_update_has_no_envelope(string json) => Assert.Null(UpdateReader.ReadEnvelope(json));

    [Theory]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"from":{"id":42,"is_bot":false,"first_name":"A"},"chat":{"id":-5,"type":"group"},"date":1}}""", 42)]
    [InlineData("""{"update_id":7,"callback_query":{"id":"1","from":{"id":42,"is_bot":false,"first_name":"A"},"message":{"message_id":1,"from":{"id":9},"chat":{"id":8}}}}""", 42)]
    [InlineData("""{"update_id":7,"channel_post":{"message_id":1,"chat":{"id":-100,"type":"channel"},"date":1}}""", -100)]
    [InlineData("""{"update_id":7,"something_new":{"x":1}}""", 0)]
    public void The_lane_is_the_person_or_else_the_chat(string json, long lane) => Assert.Equal(lane, UpdateReader.ReadEnvelope(json)!.Lane);

    [Theory]
    [InlineData("/start", "start", null)]
    [InlineData("/start inv_abc", "start", "inv_abc")]
    [InlineData("/Menu@MyBot", "menu", null)]
    [InlineData("/structure\nmore", "structure", "more")]
    public void A_command_is_read_without_slash_and_bot_name(string text, string command, string? argument)
    {
        var update = ReadText(text);

        Assert.Equal((IncomingKind.Command, command, argument), (update.Kind, update.Command, update.Text));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("/")]
    [InlineData("/ not a command")]
    public void Other_text_is_text(string text) => Assert.Equal((IncomingKind.Text, text), (ReadText(text).Kind, ReadText(text).Text));

    [Theory]
    [InlineData("""{"update_id":7,"edited_message":{"message_id":1,"from":{"id":4,"is_bot":false,"first_name":"A"},"chat":{"id":4,"type":"private"},"date":1,"text":"x"}}""", "Ignored")]
    [InlineData("""{"update_id":7,"my_chat_member":{"chat":{"id":4,"type":"private"}}}""", "Ignored")]
    [InlineData("""{"update_id":7,"message":"not an object"}""", "Ignored")]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"from":{"id":4,"is_bot":false,"first_name":"A"},"chat":{"id":4,"type":"private"},"date":1,"text":"x","forward_origin":{}}}""", "Text")]
    [InlineData("""{"update_id":7,"callback_query":{"id":"1","from":{"id":4,"is_bot":false,"first_name":"A"},"message":{"message_id":1},"data":"x"}}""", "Press")]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"from":{"id":4,"is_bot":false,"first_name":"A"},"chat":{"id":4,"type":"private"},"date":1,"sticker":{"file_id":"f","file_unique_id":"u","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false}}}""", "OtherContent")]
    public void Every_kind_of_update_has_a_meaning(string json, string kind) => Assert.Equal(kind, UpdateReader.Read(7, json).Kind.ToString());

    [Fact]
    public void Any_text_around_an_update_is_read_without_an_error_of_its_own() =>
        Gen.String.Sample(junk =>
        {
            _ = UpdateReader.ReadEnvelope(junk);
            _ = UpdateReader.ReadEnvelope("{\"update_id\":7,\"message\":" + junk + "}");
        });

    private static IncomingUpdate ReadText(string text) => UpdateReader.Read(7, $$$"""
        {"update_id":7,"message":{"message_id":1,"from":{"id":4,"is_bot":false,"first_name":"A"},"chat":{"id":4,"type":"private"},"date":1,"text":{{{System.Text.Json.JsonSerializer.Serialize(text)}}}}}
        """);
}
