using System.Text.Json.Serialization.Metadata;
using DrAivBot.Jobs;

namespace DrAivBot.Host.Modules;

/// <summary>A job of a module, or its handler of an event, which is run as a job.</summary>
internal sealed record JobRegistration
{
    private static readonly TimeSpan ShortDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongDeadline = TimeSpan.FromMinutes(10);

    public required LoadedModule Module { get; init; }

    /// <summary>Names the job within the module.</summary>
    public required string Id { get; init; }

    public required Type PayloadType { get; init; }

    public required JsonTypeInfo Json { get; init; }

    public required JobOptions Options { get; init; }

    /// <summary>Whether it runs outside a transaction.</summary>
    public required bool IsLong { get; init; }

    /// <summary>The event it handles; null for a job.</summary>
    public EventName? Event { get; init; }

    /// <summary>Creates the job in the module's scope and runs it.</summary>
    public required Func<IServiceProvider, JobCall, CancellationToken, Task<JobResult>> RunAsync { get; init; }

    public TimeSpan Deadline => Options.Deadline ?? (IsLong ? LongDeadline : ShortDeadline);

    public override string ToString() => $"{Module.Manifest.Id}.{Id}";
}
