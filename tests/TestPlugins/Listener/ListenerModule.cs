using System.Text.Json.Serialization;
using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Organisation;
using DrAivBot.Work;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.TestPlugins.Listener;

/// <summary>Hears what chores publish, with a type of its own.</summary>
public sealed class ListenerModule : IBotModule
{
    public ModuleManifest Manifest { get; } = new() { Id = "listener", Version = new Version(1, 0) };

    public void Register(IModuleBuilder module) 
    {
        module.Services.AddScoped<HeardTable>();
        module.AddMigrations().AddJson(ListenerJson.Default)
            .AddEventHandler<Hear, Heard>("chores.happened", 1)
            .AddEventHandler<HearOfWeeks, WeekHeard>("planner.week_closed", 1)
            .AddEventHandler<HearOfPlans, PlanHeard>("analysis.plan_requested", 1)
            .AddEventHandler<HearOfPeople, PersonLeft>(PersonLeft.EventName, PersonLeft.EventVersion)
            .AddEventHandler<HearOfPeople, PositionAssigned>(PositionAssigned.EventName, PositionAssigned.EventVersion)
            .AddEventHandler<HearOfPeople, PositionFreed>(PositionFreed.EventName, PositionFreed.EventVersion)
            .AddEventHandler<HearOfPeople, AbsenceNoted>(AbsenceNoted.EventName, AbsenceNoted.EventVersion);
    }
}

public sealed class Heard
{
    public string Text { get; set; } = "";
}

public sealed class Hear(HeardTable heard) : IEventHandler<Heard>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, Heard message, CancellationToken cancellationToken)
    {
        await heard.WriteAsync(delivery, message.Text, cancellationToken);
        return message.Text.StartsWith("fail", StringComparison.Ordinal) && delivery.Attempt == 1
            ? throw new InvalidDataException("Not the first time.")
            : message.Text == "discard" ? JobResult.Discard("Not wanted.") : JobResult.Done;
    }
}

/// <summary>What somebody took on for a week, and how much of it was done.</summary>
public sealed class WeekHeard
{
    public Guid Person { get; set; }

    public Guid Position { get; set; }

    public DateOnly Week { get; set; }

    public int Percent { get; set; }
}

/// <summary>Hears of results, as a module of statistics would.</summary>
public sealed class HearOfWeeks(HeardTable heard) : IEventHandler<WeekHeard>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, WeekHeard message, CancellationToken cancellationToken)
    {
        await heard.WriteAsync(delivery, FormattableString.Invariant($"{message.Position} {message.Week:yyyy-MM-dd} {message.Percent} %"), cancellationToken);
        return JobResult.Done;
    }
}

/// <summary>What is to be done, by whom and until when.</summary>
public sealed class PlanHeard
{
    public Guid Assessment { get; set; }

    public DateOnly StartsOn { get; set; }

    public IReadOnlyList<PlanStepHeard> Actions { get; set; } = [];
}

public sealed class PlanStepHeard
{
    public int Stage { get; set; }

    public string Action { get; set; } = "";

    public int Position { get; set; }

    public DateOnly DueOn { get; set; }
}

/// <summary>Takes up plans, as a module of goals would.</summary>
public sealed class HearOfPlans(HeardTable heard) : IEventHandler<PlanHeard>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, PlanHeard message, CancellationToken cancellationToken)
    {
        foreach (var step in message.Actions)
        {
            await heard.WriteAsync(
                delivery, FormattableString.Invariant($"{message.Assessment} {step.Stage} {step.Position} +{step.DueOn.DayNumber - message.StartsOn.DayNumber + 1} {step.Action}"), cancellationToken);
        }

        return JobResult.Done;
    }
}

/// <summary>Hears what the core tells of the organisation.</summary>
public sealed class HearOfPeople(HeardTable heard)
    : IEventHandler<PersonLeft>, IEventHandler<PositionAssigned>, IEventHandler<PositionFreed>, IEventHandler<AbsenceNoted>
{
    public Task<JobResult> HandleAsync(EventDelivery delivery, PersonLeft message, CancellationToken cancellationToken) =>
        WriteAsync(delivery, $"{message.How} {message.User}: {string.Join(' ', message.Positions)}", cancellationToken);

    public Task<JobResult> HandleAsync(EventDelivery delivery, PositionAssigned message, CancellationToken cancellationToken) =>
        WriteAsync(delivery, $"{message.Position} has {message.User} after {message.FormerHolder?.ToString() ?? "nobody"}", cancellationToken);

    public Task<JobResult> HandleAsync(EventDelivery delivery, PositionFreed message, CancellationToken cancellationToken) =>
        WriteAsync(delivery, $"{message.Position} lost {message.FormerHolder}", cancellationToken);

    public Task<JobResult> HandleAsync(EventDelivery delivery, AbsenceNoted message, CancellationToken cancellationToken) =>
        WriteAsync(delivery, $"{message.Person} away {message.StartsOn:yyyy-MM-dd} to {message.EndsOn:yyyy-MM-dd}, for them {message.Deputy?.ToString() ?? "nobody"}", cancellationToken);

    private async Task<JobResult> WriteAsync(EventDelivery delivery, string text, CancellationToken cancellationToken)
    {
        await heard.WriteAsync(delivery, text, cancellationToken);
        return JobResult.Done;
    }
}

public sealed class HeardTable(IWork work)
{
    public async Task WriteAsync(EventDelivery delivery, string text, CancellationToken cancellationToken)
    {
        var connection = await work.GetConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "insert into listener.heard (id, event, text, attempt) values (@id, @event, @text, @attempt)";
        foreach (var (name, value) in new (string, object)[]
        {
            ("id", Guid.NewGuid()), ("event", delivery.EventId), ("text", text), ("attempt", delivery.Attempt),
        })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Heard))]
[JsonSerializable(typeof(WeekHeard))]
[JsonSerializable(typeof(PlanHeard))]
[JsonSerializable(typeof(PersonLeft))]
[JsonSerializable(typeof(PositionAssigned))]
[JsonSerializable(typeof(PositionFreed))]
[JsonSerializable(typeof(AbsenceNoted))]
public sealed partial class ListenerJson : JsonSerializerContext;
