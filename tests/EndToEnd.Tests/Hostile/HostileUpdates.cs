using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;

namespace DrAivBot.EndToEnd.Tests.Hostile;

/// <summary>Makes the posts of a storm from a seed. The same seed makes the same posts, but for the buttons the bot drew meanwhile.</summary>
internal sealed partial class HostileUpdates
{
    private const int TooLarge = 4 * 1024 * 1024;

    private readonly Random _random;
    private readonly PCG _generator;
    private readonly IReadOnlyList<long> _people;
    private readonly Func<string?> _buttonOfSomebody;
    private readonly SchemaUpdate _schema;
    private long _updateId = 900_000_000;
    private int _echo;

    /// <param name="seed">Draws everything.</param>
    /// <param name="people">Telegram ids of the hostile persons.</param>
    /// <param name="buttonOfSomebody">Callback data that the bot sent to anybody; null when there is none yet.</param>
    public HostileUpdates(int seed, IReadOnlyList<long> people, Func<string?> buttonOfSomebody)
    {
        (_random, _generator, _people, _buttonOfSomebody) = (new(seed), new(1, (ulong)seed), people, buttonOfSomebody);
        _schema = new(_random, NextShortText, people);
    }

    /// <summary>The texts that were sent to the echo, by the mark they begin with.</summary>
    public Dictionary<string, (long Person, string Name, string Text)> Echoes { get; } = [];

    /// <summary>A JSON text in place of a string of the object model.</summary>
    public static JsonNode Placeholder(string json) => JsonValue.Create($"@raw:{Convert.ToHexString(Encoding.UTF8.GetBytes(json))}@");

    /// <summary>The next posts, in this order.</summary>
    public IReadOnlyList<HostilePost> Next() => _random.Next(100) switch
    {
        < 30 => NextEcho(),
        < 40 => [NextCommand()],
        < 50 => [NextPress()],
        < 58 => [NextEnvelope()],
        < 66 => [NextBody()],
        < 70 => [Write("wrong secret", Message("/start"), 401) with { Secret = NextSecret() }],
        _ => [Write("any kind", _schema.Next(++_updateId), 200)],
    };

    /// <summary>A text of a person in the private chat, without anything hostile.</summary>
    public HostilePost Plain(long person, string text)
    {
        var update = Message(text, person, "Person");
        update["message"]!["from"]!.AsObject().Remove("username");
        update["message"]!["from"]!["language_code"] = "en";
        return Write("plain", update, 200);
    }

    private string NextText() => HostileText.Any.Generate(_generator, null, out _);

    private string NextShortText() => NextText() is var text && text.Length > 300 ? text[..300] : text;

    private long NextPerson() => _people[_random.Next(_people.Count)];

    private HostilePost[] NextEcho()
    {
        var (person, name, mark) = (NextPerson(), NextShortText(), $"e{++_echo}");
        var text = NextText();
        Echoes[mark] = (person, name, $"{mark} {text}");
        return
        [
            Write("echo link", Message("/start echo_", person, name), 200),
            Write("echo", Message($"{mark} {text}", person, name), 200),
        ];
    }

    private HostilePost NextCommand()
    {
        string[] commands = ["start", "menu", "help", "language", "settings", "cancel", "START", "none", "", "startx", "start\0", "старт"];
        string[] suffixes = ["", "@chaos_bot", "@other_bot", "@", "@@", "\n", " ", "\t", " inv_", " echo_", " echo_x", " join_" + new string('a', 64), " "];
        return Write("command", Message($"/{Pick(commands)}{Pick(suffixes)}{(_random.Next(2) == 0 ? "" : NextShortText())}"), 200);
    }

    private HostilePost NextPress()
    {
        var data = _buttonOfSomebody() ?? "x";
        var at = data.Length == 0 ? 0 : _random.Next(data.Length);
        JsonNode? pressed = _random.Next(6) switch
        {
            0 => null,
            1 => Placeholder("{\"message_id\":-1}"),
            _ => MessageObject("old", NextPerson(), "Bot"),
        };
        var update = new JsonObject
        {
            ["update_id"] = ++_updateId,
            ["callback_query"] = new JsonObject
            {
                ["id"] = _random.Next(10) == 0 ? NextShortText() : _updateId.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["from"] = Person(NextPerson(), NextShortText()),
                ["message"] = pressed,
                ["chat_instance"] = "1",
                ["data"] = _random.Next(4) switch
                {
                    0 => data,
                    1 when data.Length > 0 => data[..at] + (char)(data[at] ^ 1) + data[(at + 1)..],
                    2 => NextText(),
                    _ => data[..at],
                },
            },
        };
        return Write("press", update, 200);
    }

    /// <summary>An update whose id is none, or one that came before with other content.</summary>
    private HostilePost NextEnvelope()
    {
        var update = Message("/help");
        (string Json, bool IsId)[] ids =
        [
            ("null", false), ("\"7\"", false), ("1.5", false), ("1e3", true), ("99999999999999999999", false), ("{}", false),
            ($"{-_updateId}", true), ($"{long.MaxValue - _updateId}", true), ($"{long.MinValue + _updateId}", true), ("0", true), ("900000001", true),
        ];
        var (json, isId) = Pick(ids);
        update["update_id"] = Placeholder(json);
        return Write("update id", update, isId ? [200, 400] : [400]);
    }

    private HostilePost NextBody()
    {
        var valid = Encoding.UTF8.GetBytes(Message(NextShortText()).ToJsonString());
        return _random.Next(9) switch
        {
            0 => Raw("cut off", valid[..^_random.Next(1, valid.Length)], 400),
            1 => Raw("empty", [], 400),
            2 => Raw("random bytes", [.. Enumerable.Range(0, _random.Next(1, 2000)).Select(_ => (byte)_random.Next(256))], 400),
            3 => Raw("deep", Encoding.ASCII.GetBytes($"{{\"update_id\":{++_updateId},\"message\":{new string('[', 50_000)}{new string(']', 50_000)}}}"), 400),
            4 => Raw("array", [(byte)'[', .. valid, (byte)']'], 400),
            5 when _random.Next(10) == 0 => Raw("too large", [.. valid[..^1], .. Enumerable.Repeat((byte)' ', TooLarge), (byte)'}'], 413),
            6 => Raw("byte order mark", [0xEF, 0xBB, 0xBF, .. valid], 200, 400),
            7 => Raw("not UTF-8", [.. valid[..^20], 0xC3, 0x28, 0xFF, .. valid[^20..]], 200, 400),
            _ => Raw("twice the same field", Encoding.UTF8.GetBytes($"{{\"update_id\":{++_updateId},\"update_id\":{++_updateId},\"message\":1,\"message\":{{}}}}"), 200, 400),
        };
    }

    private string? NextSecret() => Pick<string?>([null, "", " ", Driving.Settings.WebhookSecret[..^1], Driving.Settings.WebhookSecret + "x", new string('a', 4000)]);

    private JsonObject Message(string text) => Message(text, NextPerson(), NextShortText());

    private JsonObject Message(string text, long person, string name) => new() { ["update_id"] = ++_updateId, ["message"] = MessageObject(text, person, name) };

    private JsonObject MessageObject(string text, long person, string name) => new()
    {
        ["message_id"] = _random.Next(1, 1000),
        ["from"] = Person(person, name),
        ["chat"] = new JsonObject { ["id"] = person, ["type"] = "private", ["first_name"] = name },
        ["date"] = 1_767_225_600,
        ["text"] = text,
    };

    private JsonObject Person(long person, string name) => new()
    {
        ["id"] = person,
        ["is_bot"] = false,
        ["first_name"] = name,
        ["username"] = _random.Next(4) == 0 ? NextShortText() : "somebody",
        ["language_code"] = Pick(["en", "ru", "", "xx-YY", "\0", new string('e', 500)]),
    };

    private static HostilePost Write(string kind, JsonObject update, params int[] expected)
    {
        var json = update.ToJsonString().Replace("\\uE000", "\\ud800", StringComparison.Ordinal);
        json = RawJson().Replace(json, found => Encoding.UTF8.GetString(Convert.FromHexString(found.Groups["json"].Value)));
        var body = Encoding.UTF8.GetBytes(json);
        return new(body, kind) { Expected = body.Length > TooLarge ? [413] : expected };
    }

    private static HostilePost Raw(string kind, byte[] body, params int[] expected) => new(body, kind) { Expected = expected };

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    [GeneratedRegex("\"@raw:(?<json>[0-9A-F]*)@\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RawJson();
}
