using DrAivBot.Events;
using DrAivBot.Jobs;
using DrAivBot.Organisation;

namespace DrAivBot.Planner.Reminders;

/// <summary>What somebody organised goes to the head of their unit when they leave the company.</summary>
internal sealed class PersonLeftHandler(HandOver handOver) : IEventHandler<PersonLeft>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, PersonLeft message, CancellationToken cancellationToken)
    {
        await handOver.HandOverAsync(message.User, message.Positions, cancellationToken);
        return JobResult.Done;
    }
}
