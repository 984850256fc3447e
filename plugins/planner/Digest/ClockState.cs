using System.Globalization;
using DrAivBot.Dialogs;

namespace DrAivBot.Planner.Digest;

/// <summary>A time of day that is asked for.</summary>
internal sealed record ClockState
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "%H"];

    public TimeOnly Time { get; set; }

    public static TextStep<ClockState> Step(string questionKey) => new()
    {
        QuestionKey = questionKey,
        LabelKey = "planner.clock.label",
        Validate = (turn, typed, _) => ValueTask.FromResult(Read(typed) is null ? turn.Text.Get("planner.clock.bad") : null),
        Save = (state, typed) => state.Time = Read(typed) ?? default,
    };

    private static TimeOnly? Read(string typed) =>
        TimeOnly.TryParseExact(typed.Trim().Replace('.', ':'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
