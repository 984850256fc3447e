using DrAivBot.Host.Database;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Organisation;
using DrAivBot.Host.Texts;
using DrAivBot.Host.Work;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Updates;

/// <summary>The modules of the deployment, which the owner of a company switches on and off for it.</summary>
internal sealed class ModulesScreen(TextCatalogue texts, Func<TurnDatabase, CompanyModulesTable> openTable) : IScreen<ModulesPlace>, IAction<SwitchModule>
{
    /// <summary>Companies themselves, members and the chart: without it nobody could be in the company.</summary>
    private const string Company = "company";

    /// <summary>Whether there is anything to switch.</summary>
    public static bool HasChoice(RouteTable whole) => whole.Modules.Any(module => !module.IsCore && module.Manifest.Id != Company);

    public Task<Reply> ShowAsync(ITurn turn, ModulesPlace place, CancellationToken cancellationToken)
    {
        var state = ((ModuleTurn)turn).State;
        var screen = new Screen { Body = turn.Text.GetMarkup("core.modules.title") }.WithColumn(
            from module in state.Routes.Whole.Modules
            where !module.IsCore
            let isOn = IsOn(state, module)
            select Button.To($"{(isOn ? "✅" : "▫️")} {TitleOf(state, module)}", new SwitchModule(module.Manifest.Id, !isOn)));
        return Task.FromResult(Reply.Show(screen));
    }

    public async Task<Reply> ActAsync(ITurn turn, SwitchModule press, CancellationToken cancellationToken)
    {
        var state = ((ModuleTurn)turn).State;
        if (state.Routes.Whole.Modules.FirstOrDefault(module => !module.IsCore && module.Manifest.Id == press.Id) is not { } module)
        {
            return Reply.NotFound;
        }

        if (FindObstacle(state, turn, module, press.On) is { } obstacle)
        {
            return Reply.Stay.WithToast(obstacle);
        }

        if (IsOn(state, module) != press.On)
        {
            await SwitchAsync(state, module, press.On, cancellationToken);
        }

        return Reply.Stay.WithToast(turn.Text.Get(press.On ? "core.modules.on" : "core.modules.off", ("title", TitleOf(state, module))));
    }

    private async Task SwitchAsync(TurnState state, LoadedModule module, bool on, CancellationToken cancellationToken)
    {
        var table = openTable(state.Database);
        var id = module.Manifest.Id;
        var off = on ? await table.SwitchOnAsync(id, cancellationToken) : await table.SwitchOffAsync(id, cancellationToken);
        await AuditTable.AddAsync(state.Database, state.User.Id, state.StartedAt, $"module.{(on ? "on" : "off")}:{id}", cancellationToken);
        state.Routes = off is null ? state.Routes.Whole : state.Routes.Whole.Without(off);
    }

    /// <summary>Why it cannot be switched, in words; null when it can.</summary>
    private string? FindObstacle(TurnState state, ITurn turn, LoadedModule module, bool on)
    {
        var modules = state.Routes.Whole.Modules;
        if (module.Manifest.Id == Company)
        {
            return on ? null : turn.Text.Get("core.modules.always", ("title", TitleOf(state, module)));
        }

        var (key, other) = on
            ? ("core.modules.needs", modules.FirstOrDefault(needed => module.Manifest.Requires.Contains(needed.Manifest.Id) && !IsOn(state, needed)))
            : ("core.modules.needed", modules.FirstOrDefault(user => user.Manifest.Requires.Contains(module.Manifest.Id) && IsOn(state, user)));
        return other is null ? null : turn.Text.Get(key, ("title", TitleOf(state, module)), ("other", TitleOf(state, other)));
    }

    private static bool IsOn(TurnState state, LoadedModule module) => state.Routes.Modules.Contains(module);

    /// <summary>The module's name for its users; else what its first button in the menu says, else its id.</summary>
    private string TitleOf(TurnState state, LoadedModule module)
    {
        var own = $"{module.Manifest.Id}.module.title";
        var key = module.Texts.Has(own) ? own : module.MenuItems.OrderBy(entry => entry.Item.Order).Select(entry => entry.Item.TextKey).FirstOrDefault();
        return key is null ? module.Manifest.Id : new ModuleText(module.Texts, texts, state.Language).Get(key);
    }
}

[Callback("module")]
internal readonly record struct SwitchModule(string Id, bool On);
