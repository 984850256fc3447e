namespace DrAivBot.Rig;

/// <summary>The fake Bot API: enough of api.telegram.org for any library to run against.</summary>
internal sealed class BotApi(Reactor reactor, Options options, Script script, Checker checker)
{
    private readonly ByteBuffer _body = new(65536);
    private byte[] _scratch = new byte[65536];
    private readonly Said _said = new();
    private int _messageId = 1_000_000;
    public long Requests;

    public Action<Turn>? Replied;
    public Action<string, string>? WebhookSet;
    /// <summary>getUpdates: (offset, limit) → turns to hand out; an empty answer parks the call until Offer().</summary>
    public Func<int, int, IReadOnlyList<Turn>>? GetUpdates;
    private (Connection Connection, int Offset, int Limit, long Until)? _parked;

    public void Start() => reactor.Listen(options.ApiPort, OnInput);

    private bool OnInput(Connection c)
    {
        while (true)
        {
            var m = Http.Parse(c.Input.AsSpan(0, c.InputLength), response: false, ref _scratch);
            if (m.Length == 0)
            {
                return true;
            }

            Requests++;
            Dispatch(c, m);
            bool close = m.Close;
            c.Consume(m.Length);
            reactor.Flush(c);
            if (close)
            {
                return false;
            }
        }
    }

    /// <summary>A call that came in the answer to a webhook; its result goes nowhere.</summary>
    public void NoteReply(ReadOnlySpan<byte> body) => Requests += body.StartsWith("{"u8) && body.IndexOf("\"method\":"u8) >= 0 ? 1 : 0;

    private void Dispatch(Connection c, in HttpMessage m)
    {
        // /bot<token>/<method>[?query]
        int query = m.Target.IndexOf((byte)'?');
        var path = query < 0 ? m.Target : m.Target[..query];
        var method = path[(path.LastIndexOf((byte)'/') + 1)..];
        if (method.SequenceEqual("sendMessage"u8) || method.SequenceEqual("editMessageText"u8))
        {
            Say(c, m.Body);
        }
        else if (method.SequenceEqual("editMessageReplyMarkup"u8))
        {
            ShowMessage(c, m.Body);
        }
        else if (method.SequenceEqual("getUpdates"u8))
        {
            Updates(c, m.Body, query < 0 ? default : m.Target[(query + 1)..]);
        }
        else if (method.SequenceEqual("getMe"u8))
        {
            Ok(c, "{\"id\":7777,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\",\"can_join_groups\":true,\"can_read_all_group_messages\":false,\"supports_inline_queries\":false,\"can_connect_to_business\":false,\"has_main_web_app\":false}"u8);
        }
        else if (method.SequenceEqual("setWebhook"u8))
        {
            Ok(c, "true"u8);
            var f = FormFields.Read(m.Body, query < 0 ? default : m.Target[(query + 1)..]);
            if (f.GetValueOrDefault("url") is { Length: > 0 } url)
            {
                WebhookSet?.Invoke(url, f.GetValueOrDefault("secret_token", ""));
            }
        }
        else if (method.SequenceEqual("getWebhookInfo"u8))
        {
            Ok(c, "{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}"u8);
        }
        else
        {
            Ok(c, "true"u8); // deleteWebhook, answerCallbackQuery, setMyCommands, ...
        }
    }

    /// <summary>sendMessage or editMessageText: an answer of the bot.</summary>
    private void Say(Connection c, ReadOnlySpan<byte> body)
    {
        _said.Read(body);
        int messageId = _said.MessageId > 0 ? _said.MessageId : ++_messageId;
        _body.Clear();
        _body.Add("{\"ok\":true,\"result\":"u8);
        AddMessage(messageId, _said.ChatId, _said.Text);
        _body.Add("}"u8);
        if (options.ApiDelayMs > 0)
        {
            var answer = _body.Span.ToArray();
            reactor.After(options.ApiDelayMs / 1000, () => { if (!c.Closed) { Respond(c, answer); reactor.Flush(c); } });
        }
        else
        {
            Respond(c, _body.Span);
        }
        if (checker.OnAnswer(_said.ChatId, _said.Text) is { } turn)
        {
            if (Script.ShowsMenu(turn))
            {
                script.Show(turn.User, new Keyboard(messageId, _said.Markup.ToArray(), Said.FirstData(_said.Markup).ToArray()));
            }
            Replied?.Invoke(turn);
        }
    }

    /// <summary>editMessageReplyMarkup and the like: the message, unchanged.</summary>
    private void ShowMessage(Connection c, ReadOnlySpan<byte> body)
    {
        _said.Read(body);
        _body.Clear();
        _body.Add("{\"ok\":true,\"result\":"u8);
        AddMessage(_said.MessageId, _said.ChatId, "edited"u8);
        _body.Add("}"u8);
        Respond(c, _body.Span);
    }

    private void AddMessage(int messageId, long chatId, ReadOnlySpan<byte> text) => _body
        .Add("{\"message_id\":"u8).Add(messageId)
        .Add(",\"from\":{\"id\":7777,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\"},\"chat\":{\"id\":"u8).Add(chatId)
        .Add(",\"first_name\":\"Иван\",\"type\":\"private\"},\"date\":1790000000,\"text\":\""u8).Add(text).Add("\"}"u8);

    private void Updates(Connection c, ReadOnlySpan<byte> body, ReadOnlySpan<byte> query)
    {
        var f = FormFields.Read(body, query);
        int Get(string name, int otherwise) => int.TryParse(f.GetValueOrDefault(name), out int v) ? v : otherwise;
        int offset = Get("offset", 0), limit = Math.Clamp(Get("limit", 100), 1, 100), timeout = Get("timeout", 0);
        var turns = GetUpdates?.Invoke(offset, limit) ?? [];
        if (turns.Count == 0 && timeout > 0)
        {
            long until = Reactor.Now + Reactor.Ticks(timeout);
            _parked = (c, offset, limit, until);
            reactor.At(until, () => { if (_parked is { } p && p.Connection == c && p.Until == until) { _parked = null; HandOut(c, []); reactor.Flush(c); } });
            return;
        }
        HandOut(c, turns);
    }

    /// <summary>New updates exist: answer a waiting long poll.</summary>
    public void Offer()
    {
        if (_parked is not { } p)
        {
            return;
        }

        if (p.Connection.Closed) { _parked = null; return; }
        var turns = GetUpdates!(p.Offset, p.Limit);
        if (turns.Count == 0)
        {
            return;
        }

        _parked = null;
        HandOut(p.Connection, turns);
        reactor.Flush(p.Connection);
    }

    private void HandOut(Connection c, IReadOnlyList<Turn> turns)
    {
        _body.Clear();
        _body.Add("{\"ok\":true,\"result\":["u8);
        for (int i = 0; i < turns.Count; i++)
        {
            if (i > 0)
            {
                _body.Add(","u8);
            }

            script.Write(_body, turns[i]);
        }
        _body.Add("]}"u8);
        Respond(c, _body.Span);
    }

    private void Ok(Connection c, ReadOnlySpan<byte> result)
    {
        _body.Clear();
        _body.Add("{\"ok\":true,\"result\":"u8).Add(result).Add("}"u8);
        Respond(c, _body.Span);
    }

    private static void Respond(Connection c, ReadOnlySpan<byte> body) =>
        c.Output.Add("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "u8).Add(body.Length).Add("\r\n\r\n"u8).Add(body);
}
