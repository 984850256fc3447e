using DrAivBot.Planner.Events;

namespace DrAivBot.Planner.Views;

/// <summary>What of an event is changed.</summary>
internal sealed record EditState : EventParts
{
    public Guid Event { get; set; }

    public long Start { get; set; }

    public bool Recurs { get; set; }

    public string Scope { get; set; } = "";

    /// <summary>How much of a series can be meant: one time of it has a title and a place of its own, and nothing else.</summary>
    public IReadOnlyList<EditScope> Scopes() => Part == DraftPart.Title || (Part == DraftPart.Place && !IsLink())
        ? [EditScope.One, EditScope.Following, EditScope.All]
        : [EditScope.Following, EditScope.All];

    /// <summary>The part that was asked for; all others stay.</summary>
    public EventChange ToChange(EditScope scope) => Part switch
    {
        DraftPart.Title => new() { Title = Title },
        DraftPart.Kind => new() { Kind = Kind },
        DraftPart.People => new() { Participants = ToParticipants() },
        DraftPart.Place when IsLink() => new() { Link = Place },
        DraftPart.Place => new() { Place = Place, Link = Place.Length == 0 && scope != EditScope.One ? "" : null },
        DraftPart.Note => new() { Description = Note },
        DraftPart.Reminders => new() { Reminders = Reminders },
        DraftPart.Sight => new() { IsPrivate = IsPrivate },
        _ => new(),
    };
}
