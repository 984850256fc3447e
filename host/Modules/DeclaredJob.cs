using DrAivBot.Jobs;

namespace DrAivBot.Host.Modules;

/// <summary>A job or event handler as declared, before its module is loaded.</summary>
internal sealed record DeclaredJob
{
    public required string Id { get; init; }

    public required Type PayloadType { get; init; }

    public required JobOptions Options { get; init; }

    public required bool IsLong { get; init; }

    /// <summary>Null for a job.</summary>
    public EventName? Event { get; init; }

    public required Func<IServiceProvider, JobCall, CancellationToken, Task<JobResult>> RunAsync { get; init; }

    public JobRegistration Build(LoadedModule module) => new()
    {
        Module = module,
        Id = Id,
        PayloadType = PayloadType,
        Json = module.FindJson(PayloadType)!,
        Options = Options,
        IsLong = IsLong,
        Event = Event,
        RunAsync = RunAsync,
    };
}
