using DrAivBot.Events;
using DrAivBot.Jobs;

namespace DrAivBot.Wishes;

public sealed class DropWishesOfClosedDivision(WishTable table) : IEventHandler<DivisionClosed>
{
    public async Task<JobResult> HandleAsync(EventDelivery delivery, DivisionClosed message, CancellationToken cancellationToken)
    {
        await table.RemoveOfDivisionAsync(message.Number, cancellationToken);
        return JobResult.Done;
    }
}

public sealed record DivisionClosed
{
    public int Number { get; init; }
}
