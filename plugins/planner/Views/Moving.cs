using DrAivBot.Planner.Events;
using DrAivBot.Planner.Time;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Planner.Views;

/// <summary>Moves an event to where it was asked to, and knows who is taken there.</summary>
internal sealed class Moving(SeriesDesk desk, Calendar calendar, EventTable events, Conflicts conflicts, Viewers viewers)
{
    /// <summary>What was asked for; null when the viewer may not move it, or it is gone.</summary>
    public async Task<MovePlan?> PlanAsync(ITurn turn, MoveState state, CancellationToken cancellationToken)
    {
        var viewer = await viewers.OfAsync(turn, cancellationToken);
        var key = EventPlace.KeyOf(state.Event, state.Start);
        if (await calendar.FindAsync(viewer, key, cancellationToken) is not { Source: { } source, MayChange: true } card || state.Day is not { } day)
        {
            return null;
        }

        // Asked by the clock of whoever moves it, kept by that of the event.
        var asked = card.Entry.Span.At(day.ToDateTime(state.IsAllDay ? TimeOnly.MinValue : state.Time ?? TimeOnly.MinValue));
        return new()
        {
            Viewer = viewer,
            Key = key,
            Title = card.Entry.Title,
            Scope = ScopeText.Read(state.Scope),
            Source = source,
            Asked = asked,
            Span = asked.Seen(turn.User.TimeZone, source.Zone),
        };
    }

    public async Task<Taken> FindTakenAsync(MovePlan plan, CancellationToken cancellationToken) => await conflicts.FindAsync(
        plan.Viewer, plan.Source.Organiser, SeriesMove.Of(plan.Source.Details, plan.Key.Start, plan.Span, plan.Scope),
        await events.ListParticipantsAsync(plan.Source.Id, cancellationToken), plan.Source.Id, cancellationToken);

    public async Task<Reply> MoveAsync(ITurn turn, MovePlan plan, CancellationToken cancellationToken)
    {
        var result = await desk.ChangeAsync(plan.Viewer, plan.Key, plan.Scope, new() { Span = plan.Span }, cancellationToken);
        return result is { IsDone: true, Key: { } moved }
            ? Reply.GoTo(EventPlace.Of(moved)).WithToast(turn.Text.Get(plan.IsPast(turn.StartedAt) ? "planner.move.past" : "planner.move.done"))
            : OutcomeText.Refuse(turn.Text, result);
    }
}

/// <summary>To when an event is to be moved.</summary>
internal sealed record MovePlan
{
    public required Viewer Viewer { get; init; }

    public required OccurrenceKey Key { get; init; }

    public required string Title { get; init; }

    public required EditScope Scope { get; init; }

    public required CalendarEvent Source { get; init; }

    /// <summary>By the clock of whoever moves it.</summary>
    public required LocalSpan Asked { get; init; }

    /// <summary>By the clock of the event.</summary>
    public required LocalSpan Span { get; init; }

    public bool IsPast(DateTimeOffset now) => Span.In(Source.Zone).Start <= now;
}
