using System.Globalization;
using DrAivBot.Events;
using DrAivBot.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DrAivBot.Host.Modules;

/// <summary>Collects the jobs and events of one module and notes what is wrong with them.</summary>
internal sealed class JobBuilder(string moduleId, ModuleDeclarations declared, IServiceCollection services)
{
    private const int LongestEventName = 60;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public void AddJob<TJob, TPayload>(string id, JobOptions? options)
        where TJob : class, IJob<TPayload>
        where TPayload : class =>
        Add<TJob>(new()
        {
            Id = id,
            PayloadType = typeof(TPayload),
            Options = options ?? new(),
            IsLong = false,
            RunAsync = (scope, call, token) => scope.GetRequiredService<TJob>().RunAsync(call.Run, (TPayload)call.Payload, token),
        });

    public void AddLongJob<TJob, TPayload>(string id, JobOptions? options)
        where TJob : class, ILongJob<TPayload>
        where TPayload : class =>
        Add<TJob>(new()
        {
            Id = id,
            PayloadType = typeof(TPayload),
            Options = options ?? new(),
            IsLong = true,
            RunAsync = (scope, call, token) => scope.GetRequiredService<TJob>().RunAsync(call.Run, (TPayload)call.Payload, call.Transactions!, token),
        });

    public void AddEvent<TEvent>(string name, int version)
        where TEvent : class
    {
        declared.EnsureOpen();
        var named = new EventName(name, version);
        CheckName(named);
        if (!name.StartsWith(moduleId + ".", StringComparison.Ordinal))
        {
            declared.Add($"Event \"{name}\" must start with \"{moduleId}.\": a module publishes events of its own only.");
        }

        if (declared.Events.Exists(other => other.Name == named || other.Type == typeof(TEvent)))
        {
            declared.Add($"Event {named} or its type {typeof(TEvent).Name} is declared twice. Use a type of its own for each name and version.");
        }

        declared.Events.Add((named, typeof(TEvent)));
    }

    public void AddEventHandler<THandler, TEvent>(string name, int version)
        where THandler : class, IEventHandler<TEvent>
        where TEvent : class
    {
        declared.EnsureOpen();
        services.TryAddScoped<THandler>();
        var named = new EventName(name, version);
        CheckName(named);
        if (declared.Jobs.Exists(job => job.Event == named))
        {
            declared.Add($"Event {named} has two handlers in the module. Let one handler do both things, so that they succeed or fail together.");
        }

        declared.Jobs.Add(new()
        {
            Id = named.Job,
            PayloadType = typeof(TEvent),
            Options = new(),
            IsLong = false,
            Event = named,
            RunAsync = (scope, call, token) => scope.GetRequiredService<THandler>().HandleAsync(call.Event!, (TEvent)call.Payload, token),
        });
    }

    private void Add<TJob>(DeclaredJob job)
        where TJob : class
    {
        declared.EnsureOpen();
        services.TryAddScoped<TJob>();
        if (!ModuleNames.IsTag(job.Id))
        {
            declared.Add($"Job \"{job.Id}\" is not a valid id. Use {ModuleNames.TagRule}.");
        }

        if (declared.Jobs.Exists(other => other.Id == job.Id))
        {
            declared.Add($"Job \"{job.Id}\" is declared twice. Give one of the two another id.");
        }

        if (declared.Jobs.Exists(other => other.Event is null && other.PayloadType == job.PayloadType))
        {
            declared.Add($"{job.PayloadType.Name} is the payload of two jobs, so scheduling it could mean either. Use a type of its own for each.");
        }

        CheckOptions(job);
        declared.Jobs.Add(job);
    }

    private void CheckOptions(DeclaredJob job)
    {
        var longest = job.IsLong ? TimeSpan.FromHours(12) : TimeSpan.FromSeconds(25);
        Refuse(job.Options.MaxAttempts is < 1 or > 100, job, $"MaxAttempts {job.Options.MaxAttempts}", "1 to 100");
        Refuse(job.Options.FirstRetryDelay < Second || job.Options.FirstRetryDelay > Hour, job, $"FirstRetryDelay {job.Options.FirstRetryDelay}", "1 second to 1 hour");
        Refuse(job.Options.Deadline is { } deadline && (deadline < Second || deadline > longest), job, $"Deadline {job.Options.Deadline}", $"1 second to {longest}");
        Refuse(!Enum.IsDefined(job.Options.Scope), job, $"Scope {job.Options.Scope}", "Company or Deployment");
        if (job.Options.Cron is { } cron && !CronTime.TryParse(cron, out _))
        {
            declared.Add($"Job \"{job.Id}\" recurs at \"{cron}\", which is no cron expression of five fields (minute hour day month weekday) or never comes.");
        }
    }

    private void Refuse(bool isWrong, DeclaredJob job, string what, string allowed)
    {
        if (isWrong)
        {
            declared.Add($"Job \"{job.Id}\" has {what}; allowed is {allowed}.");
        }
    }

    private void CheckName(EventName named)
    {
        if (named.Name.Length > LongestEventName || !ModuleNames.IsPermission(named.Name))
        {
            declared.Add($"Event \"{named.Name}\" is not a valid name. Use the publisher's id, a dot and a-z, 0-9, _, - and dots, for example \"{moduleId}.moved\", at most {LongestEventName} characters.");
        }

        if (named.Version < 1)
        {
            declared.Add(string.Create(CultureInfo.InvariantCulture, $"Event \"{named.Name}\" has version {named.Version}; versions start with 1."));
        }
    }
}
