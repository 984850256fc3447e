namespace DrAivBot.Host.Database;

/// <summary>Whose migrations run where.</summary>
/// <param name="Schema">The schema they fill.</param>
/// <param name="Owner"><c>core</c>, or the id of a module.</param>
/// <param name="Scripts">All scripts of the owner, those already applied among them.</param>
internal sealed record MigrationTarget(string Schema, string Owner, IReadOnlyList<MigrationScript> Scripts)
{
    /// <summary>The owner that stands for the host itself.</summary>
    public const string Core = "core";

    /// <summary>Whether these are the host's own migrations.</summary>
    public bool IsCore => Owner == Core;
}
