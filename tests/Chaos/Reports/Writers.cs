using System.Diagnostics;
using DrAivBot.Chaos.Reloads;

namespace DrAivBot.Chaos.Reports;

/// <summary>Those who have nothing to do with the analysis, and write at a steady rate whatever becomes of it.</summary>
internal sealed class Writers(ReportOptions options, Postman postman, ReportBook book)
{
    private const long FirstId = 800_000_000;

    private readonly Task[] _last = [.. Enumerable.Repeat(Task.CompletedTask, options.People)];

    /// <summary>Writes until it ends; then what was begun is finished.</summary>
    public async Task ActAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        for (var sent = 0L; !ending.IsCancellationRequested;)
        {
            var due = began + (sent * Stopwatch.Frequency / options.Rate);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            var user = (int)(sent % options.People);
            var update = new PlannedUpdate(FirstId + sent, user, 1 + (int)(sent / options.People), null, Repetition.Once);
            book.Note(new Written(update, due));
            _last[user] = PostAsync(_last[user], update, cancellationToken);
            sent++;
        }

        await Task.WhenAll(_last);
    }

    private async Task PostAsync(Task before, PlannedUpdate update, CancellationToken cancellationToken)
    {
        await before;
        await postman.DeliverAsync(update, cancellationToken);
    }
}
