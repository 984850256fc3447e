using System.Text.Json.Serialization;
using DrAivBot.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Chores;

/// <summary>Jobs and events of every kind; the tests tell it through <see cref="Desk"/> what to schedule.</summary>
public sealed class ChoresModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "chores", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module)
    {
        module.AddMigrations().AddJson(ChoresJson.Default);
        module.Services.AddScoped<Entries>().AddScoped<Desk>();
        module.Services.AddScoped<Func<string[], CancellationToken, Task<string>>>(scope => scope.GetRequiredService<Desk>().DoAsync);
        module.AddJob<WriteDown, Chore>("write", new() { MaxAttempts = 3, FirstRetryDelay = TimeSpan.FromSeconds(10), Deadline = TimeSpan.FromSeconds(2) });
        module.AddLongJob<WriteLong, LongChore>("long", new() { MaxAttempts = 3 });
        module.AddLongJob<AskAssistant, AskChore>("ask", new() { MaxAttempts = 3, FirstRetryDelay = TimeSpan.FromSeconds(1) });
        module.AddJob<WriteForAll, ChoreOfAll>("all", new() { Scope = JobScope.Deployment });
        module.AddJob<Morning, MorningChore>("morning", new() { Cron = "0 9 * * *" });
        module.AddEvent<Happened>("chores.happened", 1);
        module.AddEvent<HappenedAgain>("chores.happened", 2);
    }
}

public sealed record Chore
{
    public required string Text { get; init; }

    /// <summary>What the job does when it has written: done, throw, throw-once, retry, discard, hang, again, cancel, publish.</summary>
    public string Then { get; init; } = "done";
}

public sealed record LongChore
{
    public required string Text { get; init; }

    /// <summary>finish, return, throw, wait: until cancelled; sleep: a number of milliseconds.</summary>
    public string Then { get; init; } = "finish";
}

/// <summary>Asks the assistant and writes down what came of it.</summary>
public sealed record AskChore
{
    /// <summary>What somebody has written.</summary>
    public required string Text { get; init; }

    public required string Charge { get; init; }

    /// <summary>For everything together.</summary>
    public double MostSeconds { get; init; } = 20;

    /// <summary>Throw after the answer, at the first attempt.</summary>
    public bool Breaks { get; init; }
}

public sealed record ChoreOfAll
{
    public required string Text { get; init; }
}

public sealed record MorningChore;

public sealed record Happened
{
    public required string Text { get; init; }
}

public sealed record HappenedAgain
{
    public required string Text { get; init; }
}

[JsonSerializable(typeof(Chore))]
[JsonSerializable(typeof(LongChore))]
[JsonSerializable(typeof(AskChore))]
[JsonSerializable(typeof(ChoreOfAll))]
[JsonSerializable(typeof(MorningChore))]
[JsonSerializable(typeof(Happened))]
[JsonSerializable(typeof(HappenedAgain))]
public sealed partial class ChoresJson : JsonSerializerContext;
