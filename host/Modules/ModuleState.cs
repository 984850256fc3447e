namespace DrAivBot.Host.Modules;

/// <summary>The whole life of a module.</summary>
internal enum ModuleState
{
    /// <summary>Listed in plugins.json, not looked at yet.</summary>
    Discovered,

    /// <summary>Not started; the reason says why and what to do. The others run on.</summary>
    Refused,

    /// <summary>Loaded and registered; its database changes are being made.</summary>
    Migrating,

    /// <summary>Its routes answer.</summary>
    Active,

    /// <summary>Its routes are gone; calls in flight finish.</summary>
    Draining,

    /// <summary>Switched off in plugins.json.</summary>
    Disabled,

    /// <summary>Switched off by the host after repeated failures; the reason says which.</summary>
    Quarantined,

    /// <summary>Its code has left memory.</summary>
    Unloaded,

    /// <summary>Stopped, but something still holds its code in memory; the reason names the holder.</summary>
    Leaked,
}
