using DrAivBot.Organisation;

namespace DrAivBot.Planner.Events;

/// <summary>Who may do what with events: found anew for each act, from the posts held at that moment.</summary>
internal sealed class EventRights(IOrganisation organisation, IAudit audit)
{
    /// <summary>The organiser; of a unit's or the company's calendar also whoever heads it.</summary>
    public async Task<bool> MayChangeAsync(CalendarEvent target, UserId user, CancellationToken cancellationToken) =>
        target.Organiser == user
        || (target.Details.Calendar != CalendarKind.Personal && await MayWriteAsync(target.Details, user, cancellationToken));

    /// <summary>Everybody writes into their own calendar, heads into that of their unit, executive and owner into the company's.</summary>
    public async Task<bool> MayWriteAsync(EventDetails details, UserId user, CancellationToken cancellationToken)
    {
        if (details.Calendar == CalendarKind.Personal)
        {
            return true;
        }

        var scope = await organisation.FindScopeAsync(user, cancellationToken);
        return scope.IsWholeCompany || (details is { Calendar: CalendarKind.Unit, Unit: { } unit }
            && (Unit.IsDivision(unit) ? scope.Divisions : scope.Departments).Contains(Unit.NumberOf(unit)));
    }

    /// <summary>Writes down what was refused.</summary>
    public async Task<EventResult> RefuseAsync(string act, Guid target, CancellationToken cancellationToken)
    {
        await audit.NoteAsync(
            new() { Act = act, IsRefused = true, After = new Dictionary<string, string?>(StringComparer.Ordinal) { ["event"] = target.ToString() } },
            cancellationToken);
        return EventResult.Refused(EventOutcome.Forbidden);
    }
}
