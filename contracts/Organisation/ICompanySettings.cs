namespace DrAivBot.Organisation;

/// <summary>
/// The settings of the company and its calendar. A core service, injected into handlers, jobs included; it sees the
/// company of the work only. Every member may look; owner and executive director change, the limits the owner alone.
/// Implemented by the host; grows by new members.
/// </summary>
public interface ICompanySettings
{
    /// <summary>The settings.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null for a guest.</returns>
    Task<CompanySettings?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Changes settings.</summary>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it.</returns>
    Task<SettingsOutcome> ChangeAsync(CompanyChange change, CancellationToken cancellationToken);

    /// <summary>The calendar to reckon with: one round trip, then any number of questions.</summary>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Null for a guest.</returns>
    Task<WorkingCalendar?> FindCalendarAsync(CancellationToken cancellationToken);

    /// <summary>Makes a single day differ from its weekday: a holiday, or a weekend that is worked.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isWorking">Whether it is worked; null to follow its weekday again.</param>
    /// <param name="note">Why, at most 100 characters; null for nothing.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>What became of it.</returns>
    Task<SettingsOutcome> SetDayAsync(DateOnly day, bool? isWorking, string? note, CancellationToken cancellationToken);
}
