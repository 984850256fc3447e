using System.Text.Json.Serialization;
using DrAivBot.Delivery;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;
using DrAivBot.Texts;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>What the dialog of days, times and people collects.</summary>
public sealed class Visit
{
    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    public TimeSpan? Length { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public IReadOnlyList<NamedRecipient> People { get; set; } = [];
}

/// <summary>Every step of days, times and people, in the order of their names in <see cref="Steps"/>, and a review.</summary>
public sealed class VisitDialog(params IReadOnlyList<string> asked) : IDialog<Visit>
{
    public static IReadOnlyList<string> Steps { get; } = ["day", "time", "length", "period", "people"];

    public DayBounds Bounds { get; set; } = new() { Earliest = new(2026, 11, 23), Latest = new(2027, 3, 31) };

    public List<Visit> Completed { get; } = [];

    public void Define(IDialogSteps<Visit> steps)
    {
        foreach (var step in asked.Count == 0 ? Steps : asked)
        {
            Ask(steps, step);
        }

        steps.Review(new()
        {
            ConfirmKey = "trip.confirm",
            Summary = (turn, visit) => Markup.Plain(string.Join(" | ", visit.Day is { } day ? turn.Text.FormatDay(day) : "", visit.Time is { } time ? turn.Text.FormatTime(time) : "", string.Join(", ", visit.People.Select(one => one.Name)))),
        });
    }

    public Task<Reply> CompleteAsync(ITurn turn, Visit state, CancellationToken cancellationToken)
    {
        Completed.Add(state);
        return Task.FromResult(Reply.Home);
    }

    private void Ask(IDialogSteps<Visit> declared, string step) => _ = step switch
    {
        "day" => declared.AskDate("day", new()
        {
            QuestionKey = "trip.name",
            LabelKey = "trip.label",
            Bounds = (_, _, _) => ValueTask.FromResult(Bounds),
            Validate = (_, _, day, _) => ValueTask.FromResult(day.DayOfWeek == DayOfWeek.Sunday ? "По воскресеньям закрыто." : null),
            Save = (visit, day) => visit.Day = day,
            Current = visit => visit.Day,
        }),
        "time" => declared.AskTime("time", new()
        {
            QuestionKey = "trip.seat",
            LabelKey = "trip.label",
            Save = (visit, time) => visit.Time = time,
            Current = visit => visit.Time,
            Validate = (_, _, time, _) => ValueTask.FromResult(time.Hour < 8 ? "Открываемся в восемь." : null),
        }),
        "length" => declared.AskDuration("length", new()
        {
            QuestionKey = "trip.plate",
            LabelKey = "trip.label",
            Max = TimeSpan.FromHours(10),
            Save = (visit, length) => visit.Length = length,
            Current = visit => visit.Length,
        }),
        "period" => declared.AskPeriod("period", new()
        {
            QuestionKey = "trip.note",
            LabelKey = "trip.label",
            MaxDays = 31,
            Bounds = (_, _, _) => ValueTask.FromResult(Bounds),
            Save = (visit, from, until) => (visit.From, visit.Until) = (from, until),
            Current = visit => visit is { From: { } from, Until: { } until } ? (from, until) : null,
        }),
        _ => declared.AskPeople("people", new()
        {
            QuestionKey = "trip.transport",
            LabelKey = "trip.label",
            Max = 3,
            Save = (visit, people) => visit.People = people,
            Current = visit => visit.People,
        }),
    };
}

[JsonSerializable(typeof(Visit))]
internal sealed partial class VisitJson : JsonSerializerContext;
