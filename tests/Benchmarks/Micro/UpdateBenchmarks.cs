using BenchmarkDotNet.Attributes;
using DrAivBot.Host.Telegram;

namespace DrAivBot.Micro;

/// <summary>Reading what Telegram sends: the envelope at the door, the whole in the turn.</summary>
public class UpdateBenchmarks
{
    private const string Person = """{"id":5000000001,"is_bot":false,"first_name":"Ivan","last_name":"Petrov","username":"user5000000001","language_code":"ru"}""";
    private const string Chat = """{"id":5000000001,"first_name":"Ivan","last_name":"Petrov","username":"user5000000001","type":"private"}""";

    private const string Message =
        $$$"""{"update_id":1000001,"message":{"message_id":42,"from":{{{Person}}},"chat":{{{Chat}}},"date":1790000000,"text":"More sales in region 42"}}""";

    private const string Press =
        $$$"""
        {"update_id":1000002,"callback_query":{"id":"4000000000001","from":{{{Person}}},"message":{"message_id":41,"from":{"id":7777,"is_bot":true,"first_name":"Bench"},
        "chat":{{{Chat}}},"date":1790000000,"text":"Main menu","reply_markup":{"inline_keyboard":[[{"text":"New goal","callback_data":"AbCdEfGhAAASZnew1"},{"text":"My goals","callback_data":"AbCdEfGhAAASZmine"}]]}},
        "chat_instance":"-5512345678901234567","data":"AbCdEfGhAAASZnew1"}}
        """;

    [Benchmark]
    public object? MessageEnvelope() => UpdateReader.ReadEnvelope(Message);

    [Benchmark]
    public object? PressEnvelope() => UpdateReader.ReadEnvelope(Press);

    [Benchmark]
    public object ReadMessage() => UpdateReader.Read(1_000_001, Message);

    [Benchmark]
    public object ReadPress() => UpdateReader.Read(1_000_002, Press);
}
