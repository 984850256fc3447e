using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Chaos;

/// <summary>What the bot sent, counted by the update it answers.</summary>
internal sealed partial class Sends(Plan plan)
{
    private readonly int[][] _counts = [.. plan.ByUser.Select(updates => new int[updates.Count])];
    private readonly int[] _newest = new int[plan.ByUser.Count];
    private readonly ConcurrentQueue<string>[] _others = [.. plan.ByUser.Select(_ => new ConcurrentQueue<string>())];
    private int _answered;
    private int _sent;
    private int _outOfOrder;

    /// <summary>How many updates were answered; an answer that names no update counts each time.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>All messages sent.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Answers that arrived after the answer to a later update of the same person.</summary>
    public int OutOfOrder => Volatile.Read(ref _outOfOrder);

    /// <summary>How often an update was answered; 0 for the first of a person.</summary>
    public int CountOf(PlannedUpdate update) => Volatile.Read(ref _counts[update.User][update.Sequence]);

    /// <summary>Messages to a person that answer no text: the greeting, an apology, or words that should not have been said.</summary>
    public IReadOnlyCollection<string> OthersTo(int user) => _others[user];

    public void Add(long chatId, string text)
    {
        Interlocked.Increment(ref _sent);
        var user = (int)(chatId - PlannedUpdate.FirstUser);
        if (Answer().Match(text) is { Success: true } answer && int.Parse(answer.Groups["user"].ValueSpan, CultureInfo.InvariantCulture) == user)
        {
            Count(user, int.Parse(answer.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture));
        }
        else if (user >= 0 && user < _others.Length)
        {
            Interlocked.Increment(ref _answered);
            _others[user].Enqueue(text);
        }
    }

    private void Count(int user, int sequence)
    {
        if (Interlocked.Increment(ref _counts[user][sequence]) > 1)
        {
            return;
        }

        Interlocked.Increment(ref _answered);
        if (sequence < Volatile.Read(ref _newest[user]))
        {
            Interlocked.Increment(ref _outOfOrder);
        }
        else
        {
            Volatile.Write(ref _newest[user], sequence);
        }
    }

    [GeneratedRegex(@"^Stored: u(?<user>\d+) s(?<sequence>\d+) ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answer();
}
