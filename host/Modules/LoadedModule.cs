using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Database;
using DrAivBot.Host.Modules.Bulkheads;
using DrAivBot.Host.Texts;
using DrAivBot.Organisation;
using DrAivBot.Privacy;
using DrAivBot.Sessions;

namespace DrAivBot.Host.Modules;

/// <summary>A registered module: what it declared, and its container. Immutable once active; disposing it ends its services.</summary>
internal sealed class LoadedModule : IAsyncDisposable
{
    /// <summary>More than any module has; commands that people make up count as well.</summary>
    private const int MostKinds = 1000;

    /// <summary>What a first turn may take for the sake of its code.</summary>
    private static readonly TimeSpan Compiling = TimeSpan.FromMilliseconds(150);

    private readonly ServiceProvider services;
    private readonly ModuleLife life;
    private readonly ModuleContext? context;
    private readonly Assembly assembly;
    private readonly IReadOnlyList<JsonSerializerContext> json;
    private readonly ConcurrentDictionary<TurnKind, bool> ran;
    private int uses;
    private int turns;
    private long first;

    /// <param name="manifest">Who it is.</param>
    /// <param name="source">Where its code came from, for reports.</param>
    /// <param name="declared">What it declared, checked.</param>
    /// <param name="services">Its own container.</param>
    /// <param name="life">Ended before the container is.</param>
    /// <param name="context">Disposed last; null for the host's own module.</param>
    public LoadedModule(
        ModuleManifest manifest, string source, ModuleDeclarations declared, ServiceProvider services, ModuleLife life, ModuleContext? context)
    {
        this.services = services;
        this.life = life;
        this.context = context;
        assembly = declared.Assembly;
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
        (SessionVersion, SessionUpgrade) = (declared.SessionVersion, declared.SessionUpgrade);
        Jobs = [.. declared.Jobs.Select(job => job.Build(this))];
        Events = [.. declared.Events.Select(published => new EventRegistration
        {
            Name = published.Name,
            Type = published.Type,
            Json = FindJson(published.Type)!,
        })];
        PositionItems = declared.PositionItems;
        PersonalRows = [.. declared.PersonalRows];
        Texts = declared.Texts ?? TextCatalogue.Empty(manifest.Id);
        MigrationScripts = declared.MigrationScripts;
        (Breaker, ran) = (new(), new());
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

    /// <summary>Version of what it keeps in sessions; 1 when that never changed.</summary>
    public int SessionVersion { get; }

    /// <summary>Rewrites what earlier versions kept there; null when that never changed.</summary>
    public ISessionUpgrade? SessionUpgrade { get; }

    /// <summary>Its handlers of events among them.</summary>
    public IReadOnlyList<JobRegistration> Jobs { get; }

    /// <summary>What it publishes.</summary>
    public IReadOnlyList<EventRegistration> Events { get; }

    /// <summary>How its items at positions are counted and handed over; null when it has none.</summary>
    public PositionItems? PositionItems { get; }

    /// <summary>Its rows that are for one person alone.</summary>
    public IReadOnlyList<PersonalRows> PersonalRows { get; }

    /// <summary>Empty when the module declares no texts; with the operator's own words put in before the module is activated.</summary>
    public TextCatalogue Texts { get; set; }

    /// <summary>By number.</summary>
    public IReadOnlyList<MigrationScript> MigrationScripts { get; }

    /// <summary>What was loaded: entry, settings and the content of its files; null or empty for the host's own module.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Name of its version folder, for example <c>1.2.0-0a1b2c3d4e5f</c>; null for the host's own module.</summary>
    public string? StoredAs => context?.StoredAs;

    /// <summary>Cancelled when the module is closed.</summary>
    public CancellationToken Stopping => life.Stopping;

    /// <summary>Whether work that outlasts a turn is under way.</summary>
    public bool IsInUse => Volatile.Read(ref uses) > 0;

    /// <summary>Whether it may run, by how its last turns and jobs ended.</summary>
    public Breaker Breaker { get; }

    /// <summary>Whether it is the host's own.</summary>
    public bool IsCore => Manifest.Id == TextCatalogue.CoreOwner;

    /// <summary>Whether a turn of the kind ended well in this version; true when there were too many kinds to tell.</summary>
    public bool Ran(TurnKind kind) => ran.ContainsKey(kind) || ran.Count >= MostKinds;

    /// <summary>Notes that a turn of the kind ended well.</summary>
    public void NoteRan(TurnKind kind)
    {
        if (!Ran(kind))
        {
            ran[kind] = true;
        }
    }

    /// <summary>Whether no other first turn of some kind is under way, or it takes longer than compiling does; see <see cref="FirstTurn"/>.</summary>
    public bool TryBeginFirst()
    {
        var since = Volatile.Read(ref first);
        return (since == 0 || Stopwatch.GetElapsedTime(since) > Compiling)
            && Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), since) == since;
    }

    public void EndFirst() => Volatile.Write(ref first, 0);

    /// <summary>Counts a turn in; false when there are as many as may be.</summary>
    public bool TryEnterTurn(int most)
    {
        if (Interlocked.Increment(ref turns) <= most)
        {
            return true;
        }

        LeaveTurn();
        return false;
    }

    public void LeaveTurn() => Interlocked.Decrement(ref turns);

    /// <summary>Tells whether its code is still in memory, without keeping it there.</summary>
    public WeakReference Track() => new(assembly);

    /// <summary>Notes that this version ran, so that one can come back to it.</summary>
    public Task NoteGoodAsync() => context?.NoteGoodAsync() ?? Task.CompletedTask;

    public ModuleLease Lease()
    {
        Interlocked.Increment(ref uses);
        return new(this);
    }

    public void Leave() => Interlocked.Decrement(ref uses);

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

    /// <inheritdoc cref="ModuleContext.Keep"/>
    public void KeepCode() => context?.Keep();

    public async ValueTask DisposeAsync()
    {
        try
        {
            await life.EndAsync();
        }
        finally
        {
            try
            {
                await services.DisposeAsync();
            }
            finally
            {
                context?.Dispose();
            }
        }
    }

    private ScreenRoute ScreenOf(Type placeType) => Screens.First(screen => screen.DataType == placeType);
}
