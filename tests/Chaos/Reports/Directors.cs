using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace DrAivBot.Chaos.Reports;

/// <summary>The owners whose companies finish: each stands before the last button, then all press it.</summary>
internal sealed class Directors(ReportOptions options, Postman postman, ReportBook book)
{
    private const string Finish = "✅ Finish";
    private const string Confirm = "✅ Finish the analysis";
    private const int AtATime = 8;
    private const long FirstId = 900_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private long _last = FirstId;

    private int First => options.People + ReportOptions.Early;

    /// <summary>Everybody of the run enters, each with a company of their own.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await Parallel.ForAsync(0, options.Everybody, Limit(cancellationToken), async (user, token) =>
            await postman.DeliverAsync(new(Next(), user, 0, null, Repetition.Once), token));
        await WaitAsync(() => book.Greeted >= options.Everybody, "Not everybody was greeted.", cancellationToken);
    }

    /// <summary>Each goes to the question whether to finish.</summary>
    public Task GoToTheEndAsync(CancellationToken cancellationToken) => Parallel.ForAsync(options.People, First + options.Companies, Limit(cancellationToken), async (user, token) =>
    {
        await postman.DeliverAsync(new(Next(), user, 1, null, Repetition.Once) { Command = "/analysis" }, token);
        await WaitAsync(() => book.Find(user, Finish) is not null, $"Person {user} was not shown the analysis.", token);
        await PressAsync(user, Finish, token);
        await WaitAsync(() => book.Find(user, Confirm) is not null, $"Person {user} was not asked whether to finish.", token);
    });

    /// <summary>The first of them finish, one after another.</summary>
    public async Task FinishEarlyAsync(CancellationToken cancellationToken)
    {
        for (var user = options.People; user < First; user++)
        {
            await PressAsync(user, Confirm, cancellationToken);
        }
    }

    /// <summary>Each of the others finishes, evenly over the time.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var (began, pressed) = (Stopwatch.GetTimestamp(), new List<Task>());
        foreach (var user in Enumerable.Range(First, options.Companies))
        {
            var wait = TimeSpan.FromSeconds((double)options.Within * pressed.Count / options.Companies) - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            pressed.Add(PressAsync(user, Confirm, cancellationToken));
        }

        await Task.WhenAll(pressed);
    }

    private static ParallelOptions Limit(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };

    private static async Task WaitAsync(Func<bool> isSo, string otherwise, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); !isSo();)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException(otherwise);
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }

    private long Next() => Interlocked.Increment(ref _last);

    private async Task PressAsync(int user, string label, CancellationToken cancellationToken)
    {
        var (id, person) = (Next(), PlannedUpdate.FirstUser + user);
        await postman.DeliverAsync(id, new JsonObject
        {
            ["update_id"] = id,
            ["callback_query"] = new JsonObject
            {
                ["id"] = id.ToString(CultureInfo.InvariantCulture),
                ["from"] = new JsonObject { ["id"] = person, ["is_bot"] = false, ["first_name"] = $"Person {user}", ["language_code"] = "en" },
                ["message"] = new JsonObject
                {
                    ["message_id"] = 1,
                    ["date"] = 1_767_225_600,
                    ["chat"] = new JsonObject { ["id"] = person, ["type"] = "private", ["first_name"] = $"Person {user}" },
                    ["text"] = "A screen",
                },
                ["chat_instance"] = "1",
                ["data"] = book.Find(user, label)!,
            },
        }.ToJsonString(), cancellationToken);
    }
}
