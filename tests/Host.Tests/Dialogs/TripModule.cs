using DrAivBot.Host.Modules;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>The module the dialog of these tests belongs to.</summary>
internal static class TripModule
{
    public static LoadedModule Create() => new() { Manifest = new() { Id = "trip", Version = new(1, 0) } };
}
