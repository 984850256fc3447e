using DrAivBot.Organisation;

namespace DrAivBot.Host.Jobs;

/// <summary>A job that this host holds a lease on.</summary>
internal sealed record ClaimedJob
{
    /// <summary><see cref="NoCompany"/> for a job of the deployment.</summary>
    public required CompanyId Company { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The fence: whoever does not know it cannot end the job.</summary>
    public required Guid Lease { get; init; }

    public required string Module { get; init; }

    public required string Name { get; init; }

    public string? Key { get; init; }

    public required string Payload { get; init; }

    /// <summary>Null when it does not recur.</summary>
    public string? Cron { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it failed.</summary>
    public required int Attempts { get; init; }

    /// <summary>How often a host ended while it was at it.</summary>
    public required int Losses { get; init; }

    /// <summary>Whether its company has switched the module off: it waits.</summary>
    public bool IsOff { get; init; }

    /// <summary>The company of jobs that belong to none: no company can have this id.</summary>
    public static CompanyId NoCompany { get; } = new(Guid.Empty);

    public override string ToString() => $"{Module}.{Name}";
}
