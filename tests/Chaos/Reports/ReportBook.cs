using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DrAivBot.Chaos.Reloads;

namespace DrAivBot.Chaos.Reports;

/// <summary>What the bot sent: reports, buttons to press, and the answers to those who only write.</summary>
internal sealed partial class ReportBook(ReportOptions options)
{
    private readonly int[] _workbooks = new int[options.Everybody];
    private readonly int[] _albums = new int[options.Everybody];
    private readonly ConcurrentDictionary<(int User, string Label), string> _buttons = new();
    private readonly ConcurrentDictionary<(int User, int Sequence), Written> _written = new();
    private int _greeted;
    private int _arrived;

    /// <summary>How many messages were sent by their kind.</summary>
    public ConcurrentDictionary<string, int> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>How many texts there were without an answer to anything: the greeting, at first.</summary>
    public int Greeted => Volatile.Read(ref _greeted);

    /// <summary>How many workbooks arrived.</summary>
    public int Arrived => Volatile.Read(ref _arrived);

    /// <summary>Workbooks by who got them.</summary>
    public IReadOnlyList<int> Workbooks => _workbooks;

    /// <summary>Albums of pictures by who got them.</summary>
    public IReadOnlyList<int> Albums => _albums;

    public IEnumerable<Written> Written => _written.Values;

    public void Note(Written written) => _written[(written.Update.User, written.Update.Sequence)] = written;

    /// <summary>What a button of a person's last screens carries; null while there is none with this label.</summary>
    public string? Find(int user, string label) => _buttons.GetValueOrDefault((user, label));

    public void Hear(string method, JsonElement body)
    {
        var user = (int)(BotApi.ChatOf(body) - PlannedUpdate.FirstUser);
        Sent.AddOrUpdate(method, 1, (_, count) => count + 1);
        switch (method)
        {
            case "senddocument":
                Interlocked.Increment(ref _workbooks[user]);
                Interlocked.Increment(ref _arrived);
                break;
            case "sendmediagroup":
                Interlocked.Increment(ref _albums[user]);
                break;
            case "sendmessage" or "editmessagetext":
                HearText(user, body.GetProperty("text").GetString()!, Stopwatch.GetTimestamp());
                NoteButtons(user, body);
                break;
            default:
                break;
        }
    }

    private void HearText(int user, string text, long now)
    {
        if (Stored().Match(text) is not { Success: true } stored)
        {
            Interlocked.Increment(ref _greeted);
        }
        else if (_written.TryGetValue((user, int.Parse(stored.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture)), out var written) && written.Answers++ == 0)
        {
            written.AnsweredAt = now;
        }
    }

    private void NoteButtons(int user, JsonElement body)
    {
        if (!body.TryGetProperty("reply_markup", out var markup) || !markup.TryGetProperty("inline_keyboard", out var rows))
        {
            return;
        }

        foreach (var button in rows.EnumerateArray().SelectMany(row => row.EnumerateArray()))
        {
            if (button.TryGetProperty("callback_data", out var data))
            {
                _buttons[(user, button.GetProperty("text").GetString()!)] = data.GetString()!;
            }
        }
    }

    [GeneratedRegex(@"^Stored: u\d+ ?s(?<sequence>\d+) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stored();
}
