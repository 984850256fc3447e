using DrAivBot.Organisation;

namespace DrAivBot.Planner.Events;

/// <summary>Who is invited: a person, whoever holds a post, or everybody in a unit.</summary>
internal sealed record Participant
{
    public required ParticipantKind Kind { get; init; }

    /// <summary>The person or the post; null for a unit.</summary>
    public Guid? Target { get; init; }

    /// <summary>The unit (<see cref="Events.Unit"/>); null for a person or post.</summary>
    public int? Unit { get; init; }

    public static Participant Person(UserId user) => new() { Kind = ParticipantKind.Person, Target = user.Value };

    public static Participant Post(PositionId post) => new() { Kind = ParticipantKind.Post, Target = post.Value };

    public static Participant Department(int number) => new() { Kind = ParticipantKind.Department, Unit = Events.Unit.Department(number) };

    public static Participant Division(int number) => new() { Kind = ParticipantKind.Division, Unit = Events.Unit.Division(number) };
}

/// <summary>What a participant is named by. Stored as numbers.</summary>
internal enum ParticipantKind
{
    Person = 0,
    Post = 1,
    Department = 2,
    Division = 3,
}
