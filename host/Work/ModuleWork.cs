using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Work;

/// <summary>
/// What every piece of work of a module runs on, be it a turn, a job or the handling of an event: whose code, in which
/// transaction, for which company. Core services are made from it and from nothing else.
/// </summary>
internal sealed class ModuleWork
{
    public required LoadedModule Module { get; init; }

    public required TurnDatabase Database { get; init; }

    public required ActiveCompany Company { get; init; }

    /// <summary>Null when nobody acts, as in a job.</summary>
    public UserId? User { get; init; }

    /// <summary>As the person calls themselves; null when nobody acts.</summary>
    public string? UserName { get; init; }

    /// <summary>Of names that the host gives out. A person may choose another within their turn.</summary>
    public required Language Language { get; set; }

    /// <summary>Where times are shown: of the person who acts, else of the company; null when neither is known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What a turn does when its person chooses otherwise for themselves; null when nobody acts.</summary>
    public PersonChanges? Changes { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
