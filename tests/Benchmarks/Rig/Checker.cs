using System.Buffers.Text;
using System.Diagnostics;
using System.Text;

namespace DrAivBot.Rig;

/// <summary>
/// Judges every answer: right chat, once per update, in order per user, with the right session contents. An answer names
/// its update, or only the count of its user's turns, which names it as well.
/// </summary>
internal sealed class Checker(Script script, int users)
{
    private const int Shown = 5;

    private readonly int[] _nextReply = new int[users];
    private readonly int?[] _base = new int?[users];
    private readonly List<int> _latencies = [];

    public int Replies { get; private set; }

    public int Duplicates { get; private set; }

    public int Misordered { get; private set; }

    public int WrongState { get; private set; }

    /// <summary>Answers to nothing that was asked.</summary>
    public int Alien { get; private set; }

    public bool Measuring { get; set; }

    public int Measured => _latencies.Count;

    /// <summary>Returns the turn this answer completes, or null when it completes none.</summary>
    public Turn? OnAnswer(long chatId, ReadOnlySpan<byte> text)
    {
        if (!TryTag(text, out var updateId, out var n, out var state) || Find(chatId, updateId, n) is not { } turn)
        {
            Show(++Alien, "no answer to an update", chatId, text);

            return null;
        }

        if (turn.Replied)
        {
            Show(++Duplicates, "answered before", chatId, text);
            return null;
        }

        turn.Replied = true;
        Replies++;
        if (!Judge(turn, n, state))
        {
            Show(++WrongState, $"not the state after turn {turn.Ordinal}", chatId, text);
        }

        if (Measuring)
        {
            _latencies.Add((int)((Reactor.Now - turn.StartTicks) * 1_000_000 / Stopwatch.Frequency));
        }

        return turn;
    }

    public double[] Percentiles(params double[] shares)
    {
        var sorted = _latencies.ToArray();
        Array.Sort(sorted);
        return [.. shares.Select(share => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))] / 1000.0)];
    }

    private static void Show(int count, string what, long chatId, ReadOnlySpan<byte> text)
    {
        if (count <= Shown)
        {
            Console.Error.WriteLine($"{what}: chat {chatId}, {Encoding.UTF8.GetString(text)}");
        }
    }

    private bool Judge(Turn turn, int n, ReadOnlySpan<byte> state)
    {
        if (turn.Ordinal != _nextReply[turn.User])
        {
            Misordered++;
        }

        _nextReply[turn.User] = turn.Ordinal + 1;
        _base[turn.User] ??= n - turn.Ordinal - 1;
        return n == _base[turn.User] + turn.Ordinal + 1 && IsState(state, Script.ExpectedState(turn.Ordinal));
    }

    /// <summary>Without an update id the first answer to a user says where the count stood, and the state whether that can be.</summary>
    private Turn? Find(long chatId, int? updateId, int n)
    {
        if (script.UserOf(chatId) is not { } user)
        {
            return null;
        }

        return updateId is { } id
            ? script.Find(id) is { } turn && turn.User == user ? turn : null
            : script.Find(user, _base[user] is { } before ? n - before - 1 : 0);
    }

    /// <summary>Finds "#[update_id] n=[n] [state]" at the start of a line; in a JSON string a newline is the two characters \n.</summary>
    private static bool TryTag(ReadOnlySpan<byte> text, out int? updateId, out int n, out ReadOnlySpan<byte> state)
    {
        (updateId, n) = (null, 0);
        state = default;
        var start = text.StartsWith("#"u8) ? 0 : text.IndexOf("\\n#"u8) + 2;
        var gap = start < 2 && !text.StartsWith("#"u8) ? -1 : text[start..].IndexOf(" n="u8);
        if (gap < 0)
        {
            return false;
        }

        var id = text[(start + 1)..(start + gap)];
        if (!id.IsEmpty)
        {
            if (!Utf8Parser.TryParse(id, out int named, out _))
            {
                return false;
            }

            updateId = named;
        }

        var rest = text[(start + gap + 3)..];
        if (!Utf8Parser.TryParse(rest, out n, out int used))
        {
            return false;
        }

        state = rest[used..].TrimStart((byte)' ');
        var end = state.IndexOfAny((byte)'\\', (byte)'\n', (byte)' ');
        state = end >= 0 ? state[..end] : state;
        return true;
    }

    private static bool IsState(ReadOnlySpan<byte> actual, string expected)
    {
        Span<byte> want = stackalloc byte[32];
        return actual.SequenceEqual(want[..Encoding.ASCII.GetBytes(expected, want)]);
    }
}
