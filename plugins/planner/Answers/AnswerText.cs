namespace DrAivBot.Planner.Answers;

/// <summary>The last part of the keys of texts about answers.</summary>
internal static class AnswerText
{
    public static string KeyOf(Rsvp answer) => answer switch
    {
        Rsvp.Accepted => "accepted",
        Rsvp.Declined => "declined",
        Rsvp.Tentative => "tentative",
        _ => "none",
    };
}
