using DrAivBot.Dialogs;

namespace DrAivBot.Planner.Digest;

/// <summary>A time of day that is asked for.</summary>
internal sealed record ClockState
{
    public TimeOnly Time { get; set; }

    public static TimeStep<ClockState> Step(string questionKey) =>
        new() { QuestionKey = questionKey, LabelKey = "planner.clock.label", Save = (state, time) => state.Time = time };
}
