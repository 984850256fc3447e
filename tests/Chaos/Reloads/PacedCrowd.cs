using System.Diagnostics;

namespace DrAivBot.Chaos.Reloads;

/// <summary>People who write at a steady rate, whatever becomes of what they wrote; each one's updates in order.</summary>
internal sealed class PacedCrowd(ReloadOptions options, Postman postman, AnswerBook book)
{
    private const long FirstId = 800_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    private readonly Task[] _last = [.. Enumerable.Repeat(Task.CompletedTask, options.Users)];
    private readonly int[] _order = Shuffle(options);
    private int _sent;

    /// <summary>How many updates were to be posted so far.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Everybody enters.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => WriteAsync(() => Sent < options.Users, cancellationToken);

    /// <summary>Everybody writes until it ends; then what was begun is finished.</summary>
    public Task ActAsync(CancellationToken ending, CancellationToken cancellationToken) =>
        WriteAsync(() => !ending.IsCancellationRequested, cancellationToken);

    private static int[] Shuffle(ReloadOptions options)
    {
        var order = Enumerable.Range(0, options.Users).ToArray();
        new Random(options.Seed).Shuffle(order);
        return order;
    }

    private async Task WriteAsync(Func<bool> goesOn, CancellationToken cancellationToken)
    {
        var (began, first) = (Stopwatch.GetTimestamp(), Sent);
        while (goesOn())
        {
            var due = began + ((Sent - first) * Stopwatch.Frequency / options.Rate);
            if (due > Stopwatch.GetTimestamp())
            {
                await Task.Delay(Look, TimeProvider.System, cancellationToken);
                continue;
            }

            Send(due, cancellationToken);
        }

        await Task.WhenAll(_last);
    }

    private void Send(long due, CancellationToken cancellationToken)
    {
        var user = _order[_sent % options.Users];
        var module = LoadedModules.Of(user);
        var update = new PlannedUpdate(FirstId + _sent, user, _sent / options.Users, null, Repetition.Once)
        {
            Link = LoadedModules.Ids[module] + "_",
            IsAlwaysLink = module == LoadedModules.Switched,
        };
        book.Note(new Written(update, due));
        _last[user] = PostAsync(_last[user], update, cancellationToken);
        Interlocked.Increment(ref _sent);
    }

    private async Task PostAsync(Task before, PlannedUpdate update, CancellationToken cancellationToken)
    {
        await before;
        await postman.DeliverAsync(update, cancellationToken);
    }
}
