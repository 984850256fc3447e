using System.Text.Json.Serialization;
using DrAivBot.Dialogs;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Host.Tests.Dialogs;

/// <summary>What the dialog of these tests collects.</summary>
public sealed class Trip
{
    public string? Name { get; set; }

    public string? Transport { get; set; }

    public string? Plate { get; set; }

    public string? Seat { get; set; }

    public string? Note { get; set; }

    /// <summary>Whether the answers are what the steps accept: nothing else may ever be acted on.</summary>
    public bool IsValid =>
        Name is { Length: >= 2 and <= 10 } && Name != "Нет"
        && Transport is "car" or "train"
        && (Transport == "car" ? Plate is { Length: > 0 } : Seat is { } seat && TripDialog.Seats.Contains(seat))
        && Note is { Length: > 0 and <= 100 };
}

/// <summary>Text, choice, steps that depend on the choice, several pages, several lines, and a review.</summary>
public sealed class TripDialog : IDialog<Trip>
{
    public static IReadOnlyList<string> Seats { get; } = [.. Enumerable.Range(1, 40).Select(seat => $"s{seat}")];

    public List<Choice> Transports { get; } =
    [
        new() { Id = "car", Label = "🚗 Машина" },
        new() { Id = "train", Label = "🚆 Поезд" },
    ];

    public List<Trip> Completed { get; } = [];

    public void Define(IDialogSteps<Trip> steps) => steps
        .AskText("name", new()
        {
            QuestionKey = "trip.name",
            LabelKey = "trip.label",
            MinLength = 2,
            MaxLength = 10,
            Save = (trip, name) => trip.Name = name,
            Current = trip => trip.Name,
            Validate = (_, name, _) => ValueTask.FromResult(name == "Нет" ? "Так <не> бывает." : null),
        })
        .AskChoice("transport", new()
        {
            QuestionKey = "trip.transport",
            LabelKey = "trip.label",
            Choices = (_, _, _) => ValueTask.FromResult<IReadOnlyList<Choice>>(Transports),
            Save = (trip, id) => trip.Transport = id,
            Current = trip => trip.Transport,
        })
        .AskText("plate", new()
        {
            QuestionKey = "trip.plate",
            LabelKey = "trip.label",
            Save = (trip, plate) => trip.Plate = plate,
            Current = trip => trip.Plate,
            When = trip => trip.Transport == "car",
        })
        .AskChoice("seat", new()
        {
            QuestionKey = "trip.seat",
            LabelKey = "trip.label",
            Columns = 2,
            Choices = (_, _, _) => ValueTask.FromResult<IReadOnlyList<Choice>>([.. Seats.Select(seat => new Choice { Id = seat, Label = $"Место {seat[1..]}" })]),
            Save = (trip, id) => trip.Seat = id,
            Current = trip => trip.Seat,
            When = trip => trip.Transport == "train",
        })
        .AskText("note", new()
        {
            QuestionKey = "trip.note",
            LabelKey = "trip.label",
            MaxLength = 100,
            MultiLine = true,
            Save = (trip, note) => trip.Note = note,
            Current = trip => trip.Note,
        })
        .Review(new()
        {
            ConfirmKey = "trip.confirm",
            Summary = (_, trip) => Markup.Plain($"Итог: {trip.Name}, {trip.Transport}"),
        });

    public Task<Reply> CompleteAsync(ITurn turn, Trip state, CancellationToken cancellationToken)
    {
        Completed.Add(state);
        return Task.FromResult(Reply.Home);
    }
}

[JsonSerializable(typeof(Trip))]
internal sealed partial class TripJson : JsonSerializerContext;
