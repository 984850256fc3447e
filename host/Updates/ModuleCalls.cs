using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Work;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Updates;

/// <summary>
/// Calls into modules during one turn: one scope of its container for each module called, its texts and its database role.
/// </summary>
internal sealed class ModuleCalls(TurnState state, TextCatalogue coreTexts, CoreServices core, ModuleBulkheads bulkheads) : IAsyncDisposable
{
    private readonly Dictionary<LoadedModule, (AsyncServiceScope Scope, ModuleTurn Turn, Language Language)> _open = [];

    private LoadedModule? _probed;
    private bool _hasLeft;

    /// <summary>The module whose code runs or ran last; null when none did. For the incident, should it fail.</summary>
    public string? LastRoute { get; private set; }

    /// <summary>The module that <see cref="LastRoute"/> belongs to.</summary>
    public LoadedModule? LastModule { get; private set; }

    /// <summary>Whether code of the module may run in this turn; not while it rests after repeated failures.</summary>
    public bool MayEnter(LoadedModule module)
    {
        if (_open.ContainsKey(module) || _probed == module)
        {
            return true;
        }

        if (!bulkheads.TryEnter(module))
        {
            return false;
        }

        _probed = module;
        return true;
    }

    /// <summary>The module's texts, for which none of its code runs.</summary>
    public IText TextOf(LoadedModule module, string name)
    {
        LastRoute = name;
        return new ModuleText(module.Texts, coreTexts, state.Language, ReaderZone.Find(state.User.TimeZone));
    }

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
        (LastRoute, LastModule) = (name, module);
        var zone = ReaderZone.Find(state.User.TimeZone);
        if (_open.TryGetValue(module, out var open) && open.Turn is not null && open.Language == state.Language && open.Turn.Text.TimeZone.Equals(zone))
        {
            return (open.Scope.ServiceProvider, open.Turn);
        }

        if (open.Turn is null)
        {
            TakePlace(module);
        }

        var turn = new ModuleTurn(state, module, new ModuleText(module.Texts, coreTexts, state.Language, zone));
        var scope = open.Turn is null
            ? module.CreateScope(core.For(WorkOf(module)).Add<ITurn>(turn))
            : open.Scope;
        _open[module] = (scope, turn, state.Language);
        return (scope.ServiceProvider, turn);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var (scope, _, _) in _open.Values.Where(open => open.Turn is not null))
            {
                await scope.DisposeAsync();
            }
        }
        finally
        {
            LeavePlaces();
        }
    }

    /// <summary>Gives the places in modules back: at the end, and at once when the turn is given up, though its code may still run.</summary>
    public void LeavePlaces()
    {
        lock (_open)
        {
            if (_hasLeft)
            {
                return;
            }

            _hasLeft = true;
            foreach (var module in _open.Keys)
            {
                module.LeaveTurn();
            }
        }
    }

    private void TakePlace(LoadedModule module)
    {
        lock (_open)
        {
            if (_hasLeft)
            {
                throw new OperationCanceledException("The turn was given up.");
            }

            bulkheads.TakePlace(module);
            _open[module] = default;
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
        TimeZone = state.User.TimeZone,
        Changes = new() { ChooseLanguage = state.ChooseLanguage, ChooseTimeZone = state.ChooseTimeZone },
        StartedAt = state.StartedAt,
    };
}
