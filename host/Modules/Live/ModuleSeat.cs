namespace DrAivBot.Host.Modules.Live;

/// <summary>One entry of plugins.json while a change is worked out: what runs, what shall run instead, and why not.</summary>
/// <param name="entry">What the file says.</param>
/// <param name="running">What ran until now; null when nothing did.</param>
/// <param name="status">As it was until now.</param>
internal sealed class ModuleSeat(PluginsEntry entry, LoadedModule? running, ModuleStatus status)
{
    private bool isLeaving;

    public PluginsEntry Entry => entry;

    public string Id => entry.Id;

    public LoadedModule? Running => running;

    /// <summary>Loaded for this change; null when nothing was, or it was refused.</summary>
    public LoadedModule? Fresh { get; private set; }

    /// <summary>Loaded for this change and refused.</summary>
    public List<LoadedModule> Rejected { get; } = [];

    /// <summary>Why what the file asks for does not run; null when it does.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What runs after the change; null for nothing. A version that is refused leaves the one before it running.</summary>
    public LoadedModule? Chosen => Fresh ?? (isLeaving ? null : running);

    /// <summary>As it was before the change.</summary>
    public ModuleStatus Before { get; } = status;

    /// <summary>What is known about what the file asks for.</summary>
    public ModuleStatus Status { get; set; } = status;

    public void Take(LoadedModule fresh) => (Fresh, Refusal) = (fresh, null);

    /// <summary>What the file asks for cannot be loaded; what runs stays.</summary>
    public void RefuseEntry(string reason) => Refusal = reason;

    /// <summary>What was chosen cannot run beside the others: the fresh one gives way to the running one, and that to nothing.</summary>
    public void RefuseChosen(string reason)
    {
        Refusal = Refusal is null ? reason : $"{reason}\n{Refusal}";
        if (Fresh is { } fresh)
        {
            Rejected.Add(fresh);
            Fresh = null;
        }
        else
        {
            isLeaving = true;
        }
    }

    /// <summary>The file does not want it to run.</summary>
    public void Leave() => isLeaving = true;
}
