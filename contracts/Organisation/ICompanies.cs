namespace DrAivBot.Organisation;

/// <summary>The companies of the person of a turn. A core service, injected into handlers. Implemented by the host; grows by new members.</summary>
public interface ICompanies
{
    /// <summary>Every company the person is an active member of, in the order of joining.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Empty for a guest.</returns>
    Task<IReadOnlyList<Membership>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes another company the active one, for this turn and from now on. What modules keep in the session is emptied,
    /// and the way back with it, so that nothing of the company before shows in this one.
    /// </summary>
    /// <param name="company">The company.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>False when the person is no member of it.</returns>
    Task<bool> EnterAsync(CompanyId company, CancellationToken cancellationToken);
}
