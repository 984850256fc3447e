namespace DrAivBot.Rig;

/// <summary>
/// The conversation every user repeats: /start → button "goal:new" → title → due date → (menu again).
/// Each reply must carry the state of its step and an n one higher than the user's last, so a lost session write shows up
/// at once. (n goes on from earlier runs: the first reply to a user in a run says where it stood.)
/// </summary>
internal sealed class Script(Options options)
{
    private const int MaxPicks = 100;

    private readonly int _firstUpdateId = options.IdFile is { } file && File.Exists(file) ? int.Parse(File.ReadAllText(file)) : 100_000_001;
    private static readonly string[] States = ["menu", "goal:title", "goal:due", "menu"];
    private readonly Random _random = new(options.Seed);
    private readonly int[] _next = new int[options.Users];
    private readonly List<Turn> _turns = [];
    private readonly List<Turn>?[] _ofUser = new List<Turn>?[options.Users];
    private readonly Keyboard?[] _keyboards = new Keyboard?[options.Users];
    private readonly byte[] _start = System.Text.Encoding.UTF8.GetBytes(options.StartText);
    private int _last;

    public IReadOnlyList<Turn> Turns => _turns;
    public long ChatId(int user) => options.UserBase + 1 + (long)user * options.UserStride;

    public int? UserOf(long chatId)
    {
        long d = chatId - options.UserBase - 1;
        return d >= 0 && d % options.UserStride == 0 && d / options.UserStride < options.Users ? (int)(d / options.UserStride) : null;
    }

    public static string ExpectedState(int ordinal) => States[ordinal % 4];

    /// <summary>
    /// Who writes next: often the one who wrote last. Nobody presses a button that has not reached them; null when too many
    /// wait for one.
    /// </summary>
    public int? PickUser()
    {
        if (_random.NextDouble() < options.Burst && !Waits(_last))
        {
            return _last;
        }

        for (var attempt = 0; attempt < MaxPicks; attempt++)
        {
            _last = _random.Next(options.Users);
            if (!Waits(_last))
            {
                return _last;
            }
        }

        return null;
    }

    /// <summary>The keyboard a user sees now: the next press is on it.</summary>
    public void Show(int user, Keyboard keyboard) => _keyboards[user] = keyboard;

    public static bool ShowsMenu(Turn turn) => turn.Ordinal % 4 == 0;

    /// <summary>The n-th turn of a user, from 0; null when there is none.</summary>
    public Turn? Find(int user, int ordinal) =>
        _ofUser[user] is { } turns && ordinal >= 0 && ordinal < turns.Count ? turns[ordinal] : null;

    private bool Waits(int user) => _next[user] % 4 == 1 && _ofUser[user] is [.., { Replied: false }];

    public double NextGapSeconds(double rate) => -Math.Log(1 - _random.NextDouble()) / rate;
    public bool Chance(double p) => p > 0 && _random.NextDouble() < p;

    /// <summary>Called before the run with a generous guess, so that even a killed run leaves no id to be used twice, and after it.</summary>
    public void SaveNextUpdateId(int reserve = 1)
    {
        if (options.IdFile is { } file)
        {
            File.WriteAllText(file, (_firstUpdateId + _turns.Count + reserve).ToString());
        }
    }

    public Turn Create(int user)
    {
        var turn = new Turn { UpdateId = _firstUpdateId + _turns.Count, User = user, Ordinal = _next[user]++ };
        _turns.Add(turn);
        (_ofUser[user] ??= []).Add(turn);
        return turn;
    }

    public Turn? Find(int updateId)
    {
        int i = updateId - _firstUpdateId;
        return i >= 0 && i < _turns.Count ? _turns[i] : null;
    }

    /// <summary>The update as the Bot API would send it (private chat, Russian client).</summary>
    public void Write(ByteBuffer b, Turn t)
    {
        long id = ChatId(t.User);
        b.Add("{\"update_id\":"u8).Add(t.UpdateId);
        if (t.Ordinal % 4 == 1)
        {
            WritePress(b, t, id);
            return;
        }
        b.Add(",\"message\":{\"message_id\":"u8).Add(t.Ordinal * 2 + 2).Add(",\"from\":"u8);
        From(b, id);
        b.Add(",\"chat\":"u8);
        Chat(b, id);
        b.Add(",\"date\":1790000000,\"text\":\""u8);
        switch (t.Ordinal % 4)
        {
            case 0: b.Add(_start).Add("\",\"entities\":[{\"offset\":0,\"length\":6,\"type\":\"bot_command\"}]}}"u8); break;
            case 2: b.Add("Увеличить продажи в регионе №"u8).Add(t.Ordinal).Add("\"}}"u8); break;
            default: b.Add("2026-12-31\"}}"u8); break;
        }
    }

    /// <summary>A press of the first button of the message that the user sees, as the bot made it.</summary>
    private void WritePress(ByteBuffer b, Turn t, long id)
    {
        var keyboard = t.Pressed ??= _keyboards[t.User] ?? throw new InvalidOperationException($"User {t.User} has no keyboard to press: the bot's menu came without buttons.");
        b.Add(",\"callback_query\":{\"id\":\""u8).Add(4_000_000_000_000 + t.UpdateId).Add("\",\"from\":"u8);
        From(b, id);
        b.Add(",\"message\":{\"message_id\":"u8).Add(keyboard.MessageId)
         .Add(",\"from\":{\"id\":7777,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\"},\"chat\":"u8);
        Chat(b, id);
        b.Add(",\"date\":1790000000,\"text\":\"Главное меню\",\"reply_markup\":"u8).Add(keyboard.Markup)
         .Add("},\"chat_instance\":\"-5512345678901234567\",\"data\":\""u8).Add(keyboard.FirstData).Add("\"}}"u8);
    }

    private static void From(ByteBuffer b, long id) =>
        b.Add("{\"id\":"u8).Add(id).Add(",\"is_bot\":false,\"first_name\":\"Иван\",\"last_name\":\"Петров\",\"username\":\"user"u8).Add(id).Add("\",\"language_code\":\"ru\"}"u8);

    private static void Chat(ByteBuffer b, long id) =>
        b.Add("{\"id\":"u8).Add(id).Add(",\"first_name\":\"Иван\",\"last_name\":\"Петров\",\"username\":\"user"u8).Add(id).Add("\",\"type\":\"private\"}"u8);
}
