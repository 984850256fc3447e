using DrAivBot.Host.Modules;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Work;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Calls into modules during one turn: one scope of its container for each module called, its texts and its database role.
/// </summary>
internal sealed class ModuleCalls(TurnState state, TextCatalogue coreTexts, CoreServices core) : IAsyncDisposable
{
    private readonly Dictionary<LoadedModule, (AsyncServiceScope Scope, ModuleTurn Turn, Language Language)> _open = [];

    /// <summary>The module whose code runs or ran last; null when none did. For the incident, should it fail.</summary>
    public string? LastRoute { get; private set; }

    public Task<Reply> ShowAsync(ScreenRoute route, object place, CancellationToken cancellationToken)
    {
        var (services, turn) = Enter(route.Module, route.Name);
        return route.ShowAsync(services, turn, place, cancellationToken);
    }

    public Task<Reply> ActAsync(ActionRoute route, object press, CancellationToken cancellationToken)
    {
        var (services, turn) = Enter(route.Module, route.Name);
        return route.ActAsync(services, turn, press, cancellationToken);
    }

    /// <summary>The module's container and turn, for code that the host does not call through a route.</summary>
    public (IServiceProvider Services, ModuleTurn Turn) Enter(LoadedModule module, string name)
    {
        LastRoute = name;
        if (_open.TryGetValue(module, out var open) && open.Language == state.Language)
        {
            return (open.Scope.ServiceProvider, open.Turn);
        }

        var turn = new ModuleTurn(state, module, new ModuleText(module.Texts, coreTexts, state.Language));
        var scope = open.Turn is null
            ? module.CreateScope(core.For(WorkOf(module)).Add<ITurn>(turn))
            : open.Scope;
        _open[module] = (scope, turn, state.Language);
        return (scope.ServiceProvider, turn);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (scope, _, _) in _open.Values)
        {
            await scope.DisposeAsync();
        }
    }

    private ModuleWork WorkOf(LoadedModule module) => new()
    {
        Module = module,
        Database = state.Database,
        Company = state.Company,
        User = new(state.User.Id),
        UserName = state.User.Name,
        Language = state.Language,
        StartedAt = state.StartedAt,
    };
}
