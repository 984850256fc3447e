using DrAivBot.Host.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>The module the dialog of these tests belongs to.</summary>
internal static class TripModule
{
    public static LoadedModule Create() => new(
        new() { Id = "trip", Version = new(1, 0) },
        "tests",
        new ModuleDeclarations { Assembly = typeof(TripModule).Assembly },
        new ServiceCollection().BuildServiceProvider(),
        new ModuleLife(), context: null);
}
