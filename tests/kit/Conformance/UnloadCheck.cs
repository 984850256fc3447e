using System.Runtime.CompilerServices;
using DrAivBot.Host.Live;
using Microsoft.Extensions.DependencyInjection;

namespace DrAivBot.Testing.Conformance;

/// <summary>Loads the module, uses it as an owner does, switches it off as an operator does, and looks whether its code is gone.</summary>
internal sealed class UnloadCheck(ConformanceStage stage, ConformanceSubject subject)
{
    private const int Collections = 60;
    private const int Presses = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public async Task<IReadOnlyList<ConformanceFinding>> RunAsync()
    {
        var assemblies = await UseAsync();
        for (var i = 0; i < Collections && assemblies.Any(assembly => assembly.IsAlive); i++)
        {
            // The proof of unloading is that a collection takes the code away.
#pragma warning disable S1215
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
#pragma warning restore S1215
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }

        return assemblies.Any(assembly => assembly.IsAlive)
            ? [new(
                $"Its code is still in memory {Collections} collections after it was unloaded: something outside the module holds on to it.",
                subject.Module.Path,
                "Look for timers, threads and loops that still run, handlers on static events (AppDomain, Console), registrations on tokens of "
                + "others, GCHandles, JsonSerializer without a JsonTypeInfo, TypeDescriptor and dynamic. Own each in a service of the module and "
                + "end it in Dispose. The analyzers DRAIV001 to DRAIV007 find most of them.")]
            : [];
    }

    /// <summary>Apart, so that nothing of the module stays on the stack of the caller.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<IReadOnlyList<WeakReference>> UseAsync()
    {
        await using var host = await stage.StartAsync(subject);
        await RoleCrawl.RunAsync(host, subject with { MostPresses = Presses }, Organisation.CompanyRoles.Owner);
        var assemblies = AssembliesBelow(host.DataDirectory);
        var answer = await host.Services.GetRequiredService<ModuleDesk>().DisableAsync(subject.Id, CancellationToken.None);
        return answer.IsDone ? assemblies : throw new InvalidOperationException(answer.Message);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<WeakReference> AssembliesBelow(string directory) =>
    [
        .. AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.IsCollectible && !assembly.IsDynamic
                && assembly.Location.StartsWith(directory, StringComparison.Ordinal)
                && Path.GetFileName(assembly.Location) == Path.GetFileName(subject.Module.Path))
            .Select(assembly => new WeakReference(assembly)),
    ];
}
