using DrAivBot.Planner.Answers;

namespace DrAivBot.Planner.Events;

/// <summary>Changes who is invited.</summary>
internal sealed class Invitations(EventTable events, EventRules rules, Attendees attendees, AnswerTable answers)
{
    /// <summary>Whether everybody invited is of the company of the work; true when nobody is asked for.</summary>
    public async Task<bool> AreKnownAsync(IReadOnlyList<Participant>? invited, CancellationToken cancellationToken) =>
        invited is null || await rules.AreKnownAsync(invited, cancellationToken);

    /// <summary>Writes who is invited from now on. What those who are not any more had answered is forgotten.</summary>
    /// <param name="source">The event.</param>
    /// <param name="invited">Who is invited; null to change nothing.</param>
    /// <param name="cancellationToken">The token the handler was given.</param>
    /// <returns>Who came and who went; null when nobody was to change.</returns>
    public async Task<GuestChange?> ChangeAsync(CalendarEvent source, IReadOnlyList<Participant>? invited, CancellationToken cancellationToken)
    {
        if (invited is null)
        {
            return null;
        }

        var were = await attendees.ListAsync(source.Organiser, await events.ListParticipantsAsync(source.Id, cancellationToken), cancellationToken);
        await events.SetParticipantsAsync(source.Id, invited, cancellationToken);
        var are = await attendees.ListAsync(source.Organiser, invited, cancellationToken);
        var change = new GuestChange
        {
            Stayed = [.. are.Where(were.Contains)],
            Came = [.. are.Where(person => !were.Contains(person))],
            Went = [.. were.Where(person => !are.Contains(person))],
        };
        await answers.ForgetAsync(source.Id, change.Went.Select(person => person.User), cancellationToken);
        return change;
    }
}

/// <summary>Who is invited after a change and was before, or not.</summary>
internal sealed record GuestChange
{
    /// <summary>The organiser among them.</summary>
    public required IReadOnlyList<Attendee> Stayed { get; init; }

    public required IReadOnlyList<Attendee> Came { get; init; }

    public required IReadOnlyList<Attendee> Went { get; init; }
}
