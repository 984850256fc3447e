using DrAivBot.Events;
using DrAivBot.Organisation;
using DrAivBot.Work;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The acts on plans: begun, sent, agreed, returned, reported, closed. The rights of the person who acts are checked here.</summary>
internal sealed class PlanDesk(PlanTable table, IOrganisation organisation, PlanNotices notices, IEvents events, IAudit audit, IWork work)
{
    /// <summary>The plan of a person for a week, begun when there is none; null for somebody without a post.</summary>
    public async Task<WeekPlan?> FindOrBeginAsync(UserId person, DateOnly week, CancellationToken cancellationToken)
    {
        if (MainPost.Of(await organisation.ListPositionsOfAsync(person, cancellationToken)) is not { } post)
        {
            return null;
        }

        var begun = new WeekPlan
        {
            Id = Guid.CreateVersion7(work.StartedAt),
            Person = person,
            Position = post.Id,
            Division = post.DivisionNumber,
            Week = week,
            State = PlanState.Draft,
        };
        await table.BeginAsync(begun, cancellationToken);
        return await table.FindOfAsync(person, week, cancellationToken) is { } plan ? await table.LockAsync(plan.Id, cancellationToken) : null;
    }

    /// <summary>Hands the plan to the superior; the owner's has nobody above and is agreed by itself.</summary>
    public async Task<bool> SendAsync(WeekPlan plan, CancellationToken cancellationToken)
    {
        if (MainPost.Of(await organisation.ListPositionsOfAsync(plan.Person, cancellationToken)) is not { } post
            || await organisation.FindSuperiorsAsync(post.Id, author: null, cancellationToken) is not { } chain)
        {
            return false;
        }

        var first = chain.Count == 0 ? null : chain[0];
        if (await table.SendAsync(plan.Id, post.Id, first?.Position.Id, cancellationToken) == 0)
        {
            return false;
        }

        await NoteAsync("plan.sent", plan, post.Id, reason: null, cancellationToken);
        if (first is not null)
        {
            await notices.SentAsync(plan, first.Actor.UserId, cancellationToken);
        }

        return true;
    }

    /// <summary>Who is to agree now, with deputies and newcomers to posts; null when nobody stands above.</summary>
    public async Task<SuperiorStep?> FindDeciderAsync(WeekPlan plan, CancellationToken cancellationToken) =>
        await organisation.FindSuperiorsAsync(plan.Position, plan.Person, cancellationToken) is [var first, ..] ? first : null;

    /// <summary>Agrees as the superior.</summary>
    /// <returns>What became of it; null when this person has no say.</returns>
    public async Task<bool?> AgreeAsync(Guid id, UserId by, CancellationToken cancellationToken)
    {
        if (await LockForAsync(id, by, cancellationToken) is not var (plan, decider))
        {
            return null;
        }

        if (await table.AgreeAsync(id, by, cancellationToken) == 0)
        {
            return false;
        }

        await NoteAsync("plan.agreed", plan, plan.WaitsAt, reason: null, cancellationToken);
        await notices.AgreedAsync(plan, decider.Name, cancellationToken);
        return true;
    }

    /// <summary>Returns as the superior.</summary>
    /// <returns>What became of it; null when this person has no say.</returns>
    public async Task<bool?> ReturnAsync(Guid id, UserId by, string reason, CancellationToken cancellationToken)
    {
        if (await LockForAsync(id, by, cancellationToken) is not var (plan, decider))
        {
            return null;
        }

        if (await table.ReturnAsync(id, reason, cancellationToken) == 0)
        {
            return false;
        }

        await NoteAsync("plan.returned", plan, plan.WaitsAt, reason, cancellationToken);
        await notices.ReturnedAsync(plan, decider.Name, reason, cancellationToken);
        return true;
    }

    /// <summary>Gives the week its result and tells the statistics and the superior of it.</summary>
    /// <param name="plan">Locked.</param>
    /// <param name="isReported">Whether the person reported it; else the time for that is over.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The result; null when it has one already.</returns>
    public async Task<int?> CloseAsync(WeekPlan plan, bool isReported, CancellationToken cancellationToken)
    {
        var tasks = await table.ListTasksAsync(plan.Id, cancellationToken);
        var percent = WeekTask.PercentOf([.. tasks.Select(task => task.Mark)]);
        if (await table.CloseAsync(plan.Id, percent, cancellationToken) == 0)
        {
            return null;
        }

        var closed = new WeekClosed { Person = plan.Person.Value, Position = plan.Position.Value, Week = plan.Week, Percent = percent };
        await NoteAsync("plan.closed", plan with { Percent = percent }, plan.Position, reason: null, cancellationToken);
        await events.PublishAsync(closed, plan.Person.ToString(), cancellationToken);
        if (!isReported)
        {
            await notices.ClosedAsync(plan, percent, cancellationToken);
        }
        else if (await FindDeciderAsync(plan, cancellationToken) is { } superior)
        {
            await notices.ReportedAsync(plan, superior.Actor.UserId, percent, cancellationToken);
        }

        return percent;
    }

    /// <summary>Whoever stands above may have changed since a plan was sent: it goes where it belongs now, and who is new hears of it.</summary>
    public async Task RerouteAsync(CancellationToken cancellationToken)
    {
        foreach (var plan in await table.ListSentAsync(cancellationToken))
        {
            switch (await organisation.FindSuperiorsAsync(plan.Position, plan.Person, cancellationToken))
            {
                case []:
                    await table.AgreeAsync(plan.Id, plan.Person, cancellationToken);
                    break;
                case [var first, ..] when first.Position.Id != plan.WaitsAt:
                    await table.MoveAsync(plan.Id, first.Position.Id, cancellationToken);
                    await notices.SentAsync(plan, first.Actor.UserId, cancellationToken);
                    break;
            }
        }
    }

    private async Task<(WeekPlan Plan, Holder Decider)?> LockForAsync(Guid id, UserId by, CancellationToken cancellationToken)
    {
        if (await table.LockAsync(id, cancellationToken) is not { } plan)
        {
            return null;
        }

        if (await FindDeciderAsync(plan, cancellationToken) is { } decider && decider.Actor.UserId == by)
        {
            return (plan, decider.Actor);
        }

        await audit.NoteAsync(new() { Act = "plan.decided", IsRefused = true, After = new Dictionary<string, string?> { ["plan"] = id.ToString() } }, cancellationToken);
        return null;
    }

    private Task NoteAsync(string act, WeekPlan plan, PositionId? position, string? reason, CancellationToken cancellationToken) => audit.NoteAsync(
        new()
        {
            Act = act,
            Position = position,
            Before = new Dictionary<string, string?> { ["state"] = plan.State.ToString() },
            After = new Dictionary<string, string?>
            {
                ["plan"] = plan.Id.ToString(),
                ["week"] = FormattableString.Invariant($"{plan.Week:O}"),
                ["reason"] = reason,
                ["percent"] = plan.Percent is { } percent ? FormattableString.Invariant($"{percent}") : null,
            },
        },
        cancellationToken);
}
