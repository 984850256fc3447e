using System.Diagnostics;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>People who write entries one after another for as long as they are told to, each posted until it is taken.</summary>
internal sealed class JournalLoad(BotApiServer api, UpdatePoster poster, long firstUser, int people)
{
    private const long FirstUpdate = 2_000_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly List<Chat> _chats = [.. Enumerable.Range(0, people).Select(i => api.ChatWith(firstUser + i))];
    private readonly int[] _written = new int[people];
    private volatile bool _isEnough;
    private Task _posting = Task.CompletedTask;

    /// <summary>Entries taken by a host so far.</summary>
    public int Taken => _written.Sum();

    public async Task BeginAsync()
    {
        await Task.WhenAll(_chats.Select(async chat =>
        {
            await chat.EnterAsync();
            await chat.StartAsync("journal_");
            await chat.SeeAsync("What comes next?");
        }));
        _posting = Task.WhenAll(Enumerable.Range(0, people).Select(WriteAsync));
        await SeeAsync(people);
    }

    /// <summary>Waits until so many more entries were taken; gives how long that took.</summary>
    public async Task<TimeSpan> SeeAsync(int more, TimeSpan? within = null)
    {
        var (began, goal) = (Stopwatch.GetTimestamp(), Taken + more);
        await Until.TrueAsync(() => Taken >= goal, within ?? TimeSpan.FromSeconds(30), () => $"{goal} entries were taken, only {Taken}");
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Ends the writing; all that was written is taken when this returns.</summary>
    public Task EndAsync()
    {
        _isEnough = true;
        return _posting;
    }

    /// <summary>Nothing lost, nothing doubled, everything in order, and everybody has the last answer.</summary>
    public async Task CheckAsync(Tables tables, TimeSpan within)
    {
        await tables.SettleAsync(within);
        Assert.Equal(0, await tables.ReadAsync<long>("select count(*) from core.set_aside"));
        for (var i = 0; i < people; i++)
        {
            Assert.Equal(Enumerable.Range(1, _written[i]).Select(n => $"entry {n}"), await tables.EntriesAsync(_chats[i].UserId));
        }
    }

    /// <summary>Each person's newest message answers their last entry.</summary>
    public Task SeeLastAnswersAsync() => Task.WhenAll(_chats.Select((chat, i) => chat.SeeAsync($"Stored: entry {_written[i]}")));

    private async Task WriteAsync(int person)
    {
        while (!_isEnough)
        {
            var number = _written[person] + 1;
            await poster.DeliverAsync(UpdatePoster.Text(FirstUpdate + ((long)number * people) + person, _chats[person].UserId, $"entry {number}"));
            _written[person] = number;
            await Until.PauseAsync(Pause);
        }
    }
}
