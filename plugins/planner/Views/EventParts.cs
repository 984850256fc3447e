using DrAivBot.Delivery;
using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Views;

/// <summary>What is asked of an event in the same words, whether it is new or changed.</summary>
internal abstract record EventParts
{
    /// <summary>Which part is asked for: one of <see cref="DraftPart"/>; empty for what a new event is asked for.</summary>
    public string Part { get; set; } = "";

    public string Title { get; set; } = "";

    public EventKind Kind { get; set; } = EventKind.Meeting;

    public IReadOnlyList<NamedRecipient> People { get; set; } = [];

    /// <summary>Place or link.</summary>
    public string Place { get; set; } = "";

    public string Note { get; set; } = "";

    public IReadOnlyList<int> Reminders { get; set; } = EventDetails.DefaultReminders;

    public bool IsPrivate { get; set; }

    /// <summary>Whether what was said of the place is an address.</summary>
    public bool IsLink() => Place.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Place.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a part is to be asked for.</summary>
    public bool Asks(string part) => Part.Length == 0 ? DraftPart.IsAsked(part) : Part == part;

    /// <summary>Who is invited.</summary>
    public IReadOnlyList<Participant> ToParticipants() => [.. People.Select(one => one.Recipient).Select(ParticipantOf).OfType<Participant>()];

    private static Participant? ParticipantOf(Recipient recipient) => recipient switch
    {
        { Kind: RecipientKind.User, Id: { } id } => Participant.Person(new(id)),
        { Kind: RecipientKind.Position, Id: { } id } => Participant.Post(new(id)),
        { Kind: RecipientKind.Department, Number: { } number } => Participant.Department(number),
        { Kind: RecipientKind.Division, Number: { } number } => Participant.Division(number),
        _ => null,
    };
}
