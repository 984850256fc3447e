using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using DrAivBot.Organisation;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Who answers what: an immutable snapshot of the active modules' routes, the host's own (<c>core</c>) included. A turn
/// takes one snapshot and keeps it.
/// </summary>
internal sealed class RouteTable
{
    /// <summary>Different choices of companies that are kept ready.</summary>
    private const int MostParts = 1000;

    private readonly FrozenDictionary<string, Route> byTag;
    private readonly FrozenDictionary<Type, Route> byType;
    private readonly FrozenDictionary<string, CommandRoute> commands;
    private readonly DeepLinkRoute[] deepLinks;
    private readonly FrozenDictionary<(string Module, string Id), DialogRegistration> dialogs;
    private readonly FrozenDictionary<Type, DialogRegistration> dialogsByType;
    private readonly FrozenDictionary<Type, SlotRegistration> slots;
    private readonly FrozenDictionary<(string Module, string Id), JobRegistration> jobs;
    private readonly FrozenSet<string> dropped;
    private readonly ConcurrentDictionary<string, RouteTable> parts = new(StringComparer.Ordinal);
    private int uses;

    /// <param name="modules">Modules without clashes, in the order in which they were activated.</param>
    /// <param name="dropped">Tags that only earlier versions of these modules had; null for none.</param>
    public RouteTable(IReadOnlyList<LoadedModule> modules, IEnumerable<string>? dropped = null)
    {
        this.dropped = (dropped ?? []).ToFrozenSet(StringComparer.Ordinal);
        Modules = modules;
        var routes = modules.SelectMany(module => module.Routes).ToArray();
        byTag = routes.ToFrozenDictionary(route => route.Tag, StringComparer.Ordinal);
        byType = routes.ToFrozenDictionary(route => route.DataType);
        commands = modules.SelectMany(module => module.Commands).ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
        deepLinks = [.. modules.SelectMany(module => module.DeepLinks)];
        var allDialogs = modules.SelectMany(module => module.Dialogs).ToArray();
        dialogs = allDialogs.ToFrozenDictionary(dialog => (dialog.Module.Manifest.Id, dialog.Id));
        dialogsByType = allDialogs.ToFrozenDictionary(dialog => dialog.DialogType);
        slots = modules.SelectMany(module => module.Slots).ToFrozenDictionary(slot => slot.Type);
        jobs = modules.SelectMany(module => module.Jobs).ToFrozenDictionary(job => (job.Module.Manifest.Id, job.Id));
        Menu = [.. modules.SelectMany(module => module.MenuItems).OrderBy(entry => entry.Item.Order)];
        Permissions = modules.SelectMany(module => module.Permissions)
            .ToFrozenDictionary(permission => permission.Key, permission => permission.Value, StringComparer.Ordinal);
    }

    public static RouteTable Empty { get; } = new([]);

    /// <summary>The routes of the deployment, of which these are a company's part; itself when nothing is left out.</summary>
    public RouteTable Whole { get => field ?? this; private init; }

    public IReadOnlyList<LoadedModule> Modules { get; }

    /// <summary>Whether some turn uses this snapshot now.</summary>
    public bool IsInUse => Volatile.Read(ref uses) > 0;

    /// <summary>By order; equal ones as the modules declare them, to be sorted by label where the language is known.</summary>
    public IReadOnlyList<MenuEntry> Menu { get; }

    /// <summary>Every declared right and the roles that have it by default.</summary>
    public IReadOnlyDictionary<string, CompanyRoles> Permissions { get; }

    public IReadOnlyCollection<JobRegistration> Jobs => jobs.Values;

    public IReadOnlyCollection<CommandRoute> Commands => commands.Values;

    /// <summary>The same without modules that a company has switched off. Made once; in use as long as this is.</summary>
    /// <param name="off">Their ids, parted by commas, as the database keeps them.</param>
    public RouteTable Without(string off)
    {
        if (parts.Count > MostParts)
        {
            parts.Clear();
        }

        return parts.GetOrAdd(off, static (ids, whole) =>
        {
            var left = ids.Split(',').ToHashSet(StringComparer.Ordinal);
            return new([.. whole.Modules.Where(module => module.IsCore || !left.Contains(module.Manifest.Id))], whole.dropped) { Whole = whole };
        }, Whole);
    }

    /// <summary>Whether a tag is one of a module that only this company has switched off.</summary>
    public bool IsOffHere(string tag) => Whole != this && !byTag.ContainsKey(tag) && Whole.byTag.ContainsKey(tag);

    /// <summary>Whether a command or deep link is one of a module that only this company has switched off.</summary>
    public bool IsCommandOffHere(string name) => Whole != this && !commands.ContainsKey(name) && Whole.commands.ContainsKey(name);

    /// <inheritdoc cref="IsCommandOffHere"/>
    public bool IsDeepLinkOffHere(string payload) =>
        Whole != this && Whole.deepLinks.Any(link => payload.StartsWith(link.Prefix, StringComparison.Ordinal) && IsOffHere(link.Route.Tag));

    /// <summary>Counts a use; see <see cref="ModuleCatalogue.Lease"/>.</summary>
    public void Enter() => Interlocked.Increment(ref uses);

    /// <summary>Ends a use.</summary>
    public void Leave() => Interlocked.Decrement(ref uses);

    /// <summary>Whether a tag is one that its module, still active, no longer has: its buttons are outdated, not switched off.</summary>
    public bool IsDropped(string tag) => dropped.Contains(tag);

    public bool TryFindByTag(string tag, [NotNullWhen(true)] out Route? route) => byTag.TryGetValue(tag, out route);

    public bool TryFindByType(Type type, [NotNullWhen(true)] out Route? route) => byType.TryGetValue(type, out route);

    /// <param name="name">Without the slash.</param>
    /// <param name="command">The command with its route and place.</param>
    public bool TryFindCommand(string name, [NotNullWhen(true)] out CommandRoute? command) =>
        commands.TryGetValue(name, out command);

    /// <summary>Runs module code on untrusted input: what it throws belongs to the turn.</summary>
    /// <param name="payload">What followed <c>/start</c>.</param>
    /// <param name="route">The screen to open.</param>
    /// <param name="place">The place to open there.</param>
    public bool TryFindDeepLink(
        string payload, [NotNullWhen(true)] out ScreenRoute? route, [NotNullWhen(true)] out object? place)
    {
        var link = deepLinks.FirstOrDefault(link => payload.StartsWith(link.Prefix, StringComparison.Ordinal));
        route = link?.Route;
        place = link?.Place(payload[link.Prefix.Length..]);
        return link is not null;
    }

    public DialogRegistration? FindDialog(string moduleId, string id) => dialogs.GetValueOrDefault((moduleId, id));

    public DialogRegistration? FindDialog(Type dialogType) => dialogsByType.GetValueOrDefault(dialogType);

    public JobRegistration? FindJob(string moduleId, string id) => jobs.GetValueOrDefault((moduleId, id));

    public SlotRegistration? FindSlot(Type type) => slots.GetValueOrDefault(type);
}
