namespace DrAivBot.Routing;

/// <summary>Who sees a menu item.</summary>
public enum MenuAudience
{
    /// <summary>Members of an active company.</summary>
    Members = 0,

    /// <summary>People who belong to no company yet.</summary>
    Guests = 1,

    /// <summary>Everybody.</summary>
    Everyone = 2,

    /// <summary>Members of more than one company.</summary>
    MembersOfSeveral = 3,
}
