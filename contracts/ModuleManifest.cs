namespace DrAivBot;

/// <summary>Who a module is and what it needs to run.</summary>
public sealed record ModuleManifest
{
    /// <summary>
    /// Identifies the module everywhere: database schema, prefix of text keys and permissions, entry of
    /// <c>plugins.json</c>. 2 to 30 characters of <c>a-z</c>, <c>0-9</c> and <c>_</c>, starting with a letter; never
    /// changes once data exists. <c>core</c>, <c>public</c> and names that start with <c>pg_</c> are refused.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The module's own version, shown to operators. Major and minor at least.</summary>
    public required Version Version { get; init; }

    /// <summary>Ids of modules that must be active for this one to start. Empty by default.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];
}
