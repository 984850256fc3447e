using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Organisation;

namespace DrAivBot.Analysis.Assessments;

/// <summary>The divisions of somebody who left go back to whoever runs the analysis.</summary>
internal sealed class PersonLeftHandler(AssignmentTable assignments) : IEventHandler<PersonLeft>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, PersonLeft message, CancellationToken cancellationToken)
    {
        await assignments.TakeBackFromAsync(message.User, cancellationToken);
        return JobResult.Done;
    }
}
