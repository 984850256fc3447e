namespace DrAivBot.Organisation;

/// <summary>
/// How far the holder of a position is trained for it. The core keeps the figure, so that charts and lists can mark
/// newcomers; the module that trains people reports it. A core service for turns and jobs. Implemented by the host; grows
/// by new members.
/// </summary>
public interface ITraining
{
    /// <summary>Notes how far a holder is. At 100 they are a newcomer no more; a lower figure later makes them one again.</summary>
    /// <param name="position">The position.</param>
    /// <param name="holder">Who is trained for it.</param>
    /// <param name="percent">0 to 100; anything else throws <see cref="ArgumentOutOfRangeException"/>.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>False when that person does not hold that position for good.</returns>
    Task<bool> RecordAsync(PositionId position, UserId holder, int percent, CancellationToken cancellationToken);
}
