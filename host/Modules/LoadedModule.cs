using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Database;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Modules;

/// <summary>A registered module: what it declared, and its container. Immutable once active; disposing it ends its services.</summary>
internal sealed class LoadedModule : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly IDisposable? loader;
    private readonly IReadOnlyList<JsonSerializerContext> json;

    /// <param name="manifest">Who it is.</param>
    /// <param name="source">Where its code came from, for reports.</param>
    /// <param name="declared">What it declared, checked.</param>
    /// <param name="services">Its own container.</param>
    /// <param name="loader">Disposed last; null for the host's own module.</param>
    public LoadedModule(
        ModuleManifest manifest, string source, ModuleDeclarations declared, ServiceProvider services, IDisposable? loader)
    {
        this.services = services;
        this.loader = loader;
        json = declared.Json;
        Manifest = manifest;
        Source = source;
        Routes = [.. declared.Routes.Select(route => route.Build(this))];
        Screens = [.. Routes.OfType<ScreenRoute>()];
        Actions = [.. Routes.OfType<ActionRoute>()];
        Commands = [.. declared.Commands.Select(command => new CommandRoute
        {
            Name = command.Name,
            Route = ScreenOf(command.PlaceType),
            Place = command.Place,
        })];
        DeepLinks = [.. declared.DeepLinks.Select(link => new DeepLinkRoute
        {
            Prefix = link.Prefix,
            Route = ScreenOf(link.PlaceType),
            Place = link.Place,
        })];
        MenuItems = [.. declared.MenuItems.Select(item => new MenuEntry { Item = item, Route = ScreenOf(item.Place.GetType()) })];
        Permissions = declared.Permissions;
        Dialogs = [.. declared.Dialogs.Select(dialog => new DialogRegistration
        {
            Module = this,
            Id = dialog.Id,
            DialogType = dialog.DialogType,
            StateType = dialog.StateType,
            Json = FindJson(dialog.StateType)!,
        })];
        Slots = [.. declared.Slots.Select(slot => new SlotRegistration
        {
            Module = this,
            Id = slot.Id,
            Type = slot.Type,
            Json = FindJson(slot.Type)!,
        })];
        Jobs = [.. declared.Jobs.Select(job => job.Build(this))];
        Events = [.. declared.Events.Select(published => new EventRegistration
        {
            Name = published.Name,
            Type = published.Type,
            Json = FindJson(published.Type)!,
        })];
        Texts = declared.Texts ?? TextCatalogue.Empty(manifest.Id);
        MigrationScripts = declared.MigrationScripts;
    }

    public ModuleManifest Manifest { get; }

    public string Source { get; }

    public IServiceProvider Services => services;

    public IReadOnlyList<Route> Routes { get; }

    public IReadOnlyList<ScreenRoute> Screens { get; }

    public IReadOnlyList<ActionRoute> Actions { get; }

    public IReadOnlyList<CommandRoute> Commands { get; }

    public IReadOnlyList<DeepLinkRoute> DeepLinks { get; }

    public IReadOnlyList<MenuEntry> MenuItems { get; }

    public IReadOnlyDictionary<string, CompanyRoles> Permissions { get; }

    public IReadOnlyList<DialogRegistration> Dialogs { get; }

    public IReadOnlyList<SlotRegistration> Slots { get; }

    /// <summary>Its handlers of events among them.</summary>
    public IReadOnlyList<JobRegistration> Jobs { get; }

    /// <summary>What it publishes.</summary>
    public IReadOnlyList<EventRegistration> Events { get; }

    /// <summary>Empty when the module declares no texts.</summary>
    /// <summary>With the operator's own words put in before the module is activated.</summary>
    public TextCatalogue Texts { get; set; }

    /// <summary>By number.</summary>
    public IReadOnlyList<MigrationScript> MigrationScripts { get; }

    public override string ToString() => Manifest.Id;

    /// <summary>A scope of the module's container in which the turn's services can be injected.</summary>
    public AsyncServiceScope CreateScope(TurnServices turn)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ModuleScope>().Turn = turn;
        return scope;
    }

    /// <summary>The module's source-generated metadata of a type; null when none of its contexts has it.</summary>
    public JsonTypeInfo? FindJson(Type type) =>
        json.Select(context => context.GetTypeInfo(type)).FirstOrDefault(found => found is not null);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        loader?.Dispose();
    }

    private ScreenRoute ScreenOf(Type placeType) => Screens.First(screen => screen.DataType == placeType);
}
