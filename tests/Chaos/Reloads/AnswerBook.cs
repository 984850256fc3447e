using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DrAivBot.Chaos.Reloads;

/// <summary>What people wrote and what the bot sent them: who names no update answers the oldest that has no answer.</summary>
internal sealed partial class AnswerBook(int users)
{
    private readonly List<Written>[] _byUser = [.. Enumerable.Range(0, users).Select(_ => new List<Written>())];
    private readonly ConcurrentQueue<string> _spare = new();
    private int _answered;
    private int _newestBuild;
    private int _toStranger;

    /// <summary>How many updates were answered.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>The newest build of a module that answered.</summary>
    public int NewestBuild => Volatile.Read(ref _newestBuild);

    /// <summary>Messages to the one person who is not of the crowd.</summary>
    public int ToStranger => Volatile.Read(ref _toStranger);

    /// <summary>Messages that answer nothing.</summary>
    public IReadOnlyCollection<string> Spare => _spare;

    public IReadOnlyList<IReadOnlyList<Written>> ByUser => _byUser;

    public void Note(Written written)
    {
        lock (_byUser[written.Update.User])
        {
            _byUser[written.Update.User].Add(written);
        }
    }

    public void Hear(long chatId, string text)
    {
        var (now, user) = (Stopwatch.GetTimestamp(), (int)(chatId - PlannedUpdate.FirstUser));
        if (user == users)
        {
            Interlocked.Increment(ref _toStranger);
            return;
        }

        lock (_byUser[user])
        {
            var stored = Stored().Match(text);
            var answered = stored.Success
                ? _byUser[user].ElementAtOrDefault(int.Parse(stored.Groups["sequence"].ValueSpan, CultureInfo.InvariantCulture))
                : _byUser[user].Find(written => written.Answers == 0);
            if (answered is null)
            {
                _spare.Enqueue(text);
                return;
            }

            NoteBuild(stored);
            Note(answered, stored.Success, now);
        }
    }

    private void Note(Written answered, bool saysStored, long now)
    {
        if (answered.Answers++ == 0)
        {
            (answered.AnsweredAt, answered.SaysStored) = (now, saysStored);
            Interlocked.Increment(ref _answered);
        }
    }

    private void NoteBuild(Match stored)
    {
        if (stored.Success && int.Parse(stored.Groups["build"].ValueSpan, CultureInfo.InvariantCulture) is var build && build > NewestBuild)
        {
            Volatile.Write(ref _newestBuild, build);
        }
    }

    [GeneratedRegex(@"^Stored: u\d+ ?s(?<sequence>\d+).* by build (?<build>\d+)", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Stored();
}
