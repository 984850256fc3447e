using DrAivBot.Host.Live;

namespace DrAivBot.Host.CommandLine;

/// <summary>Where the verbs about modules turn to: a running host, or the files when none runs.</summary>
internal interface IModuleDoor
{
    /// <exception cref="VerbFailedException">It cannot be told.</exception>
    Task<ModuleList> ListAsync(CancellationToken cancellationToken);

    /// <exception cref="VerbFailedException">It cannot be told.</exception>
    Task<ModuleAnswer> WhyAsync(string id, CancellationToken cancellationToken);

    /// <param name="id">The module.</param>
    /// <param name="act">One of <see cref="ModuleActs"/>.</param>
    /// <param name="version">What a rollback goes back to; null for the version before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VerbFailedException">It could not even be tried.</exception>
    Task<ModuleOutcome> ActAsync(string id, string act, string? version, CancellationToken cancellationToken);
}
