using DrAivBot.Organisation;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Delivery;

/// <summary>
/// Shows a user how far a long task is, in one message that is edited at a pace Telegram bears (3 seconds at least), until
/// the result takes its place. A core service. Implemented by the host; grows by new members.
/// </summary>
public interface ITaskProgress
{
    /// <summary>Begins with a message of its own. It is sent when the work commits.</summary>
    /// <param name="user">A member of the company of the work.</param>
    /// <param name="text">What it says first, in the user's language.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Names the message in the job that does the task.</returns>
    Task<TaskProgressId> BeginAsync(UserId user, Func<IText, Markup> text, CancellationToken cancellationToken);

    /// <summary>
    /// Says how far it is. Shown at once, without waiting for the work to commit; of several reports within 3 seconds the
    /// last counts. Ignored after the end.
    /// </summary>
    /// <param name="progress">The message.</param>
    /// <param name="text">What it says now.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>When it is noted.</returns>
    Task ReportAsync(TaskProgressId progress, Func<IText, Markup> text, CancellationToken cancellationToken);

    /// <summary>Puts the result in the place of the progress, when the work commits. A second end is ignored.</summary>
    /// <param name="progress">The message.</param>
    /// <param name="text">The result, or that there is none.</param>
    /// <param name="button">A button to the result; null for none.</param>
    /// <param name="cancellationToken">The token the job was given.</param>
    /// <returns>When it is noted.</returns>
    Task FinishAsync(TaskProgressId progress, Func<IText, Markup> text, NotificationButton? button, CancellationToken cancellationToken);
}
