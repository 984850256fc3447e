using System.Globalization;

namespace DrAivBot.Host.Modules;

/// <summary>What publishers and handlers of an event agree on.</summary>
/// <param name="Name">Publisher's id, dot, what happened.</param>
/// <param name="Version">1 and up.</param>
internal readonly record struct EventName(string Name, int Version)
{
    public const string JobPrefix = "event:";

    /// <summary>Names the job that brings the event to a module.</summary>
    public string Job => string.Create(CultureInfo.InvariantCulture, $"{JobPrefix}{Name}:{Version}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} version {Version}");
}
