namespace DrAivBot.Planner.Answers;

/// <summary>Whether somebody comes. Stored as numbers.</summary>
internal enum Rsvp
{
    /// <summary>Not answered since the invitation or the last change of time.</summary>
    NeedsAction = 0,
    Accepted = 1,
    Declined = 2,
    Tentative = 3,
}
