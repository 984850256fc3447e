using DrAivBot.Planner.Events;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Planner.Views;

/// <summary>Why an act on an event was not done. What is forbidden is answered like what does not exist.</summary>
internal static class OutcomeText
{
    public static Reply Refuse(IText text, EventResult result) => result.Outcome switch
    {
        EventOutcome.NotFound or EventOutcome.Forbidden => Reply.NotFound,
        EventOutcome.BadTitle => Reply.Stay.WithToast(text.Get("planner.refused.title")),
        EventOutcome.BadTime => Reply.Stay.WithToast(text.Get("planner.refused.time")),
        EventOutcome.BadRule => Reply.Stay.WithToast(text.Get("planner.refused.rule")),
        EventOutcome.BadLink => Reply.Stay.WithToast(text.Get("planner.refused.link")),
        EventOutcome.UnknownParticipant => Reply.Stay.WithToast(text.Get("planner.refused.people")),
        EventOutcome.BadReminders => Reply.Stay.WithToast(text.Get("planner.refused.reminders")),
        _ => Reply.Stay,
    };
}
