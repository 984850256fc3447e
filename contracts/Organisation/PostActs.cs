namespace DrAivBot.Organisation;

/// <summary>What the acting person may do with a position as it is now: which buttons its card shows. The act itself is checked again.</summary>
[Flags]
public enum PostActs
{
    /// <summary>Look only.</summary>
    None = 0,

    /// <summary>Appoint a member to it: it is vacant.</summary>
    Appoint = 1,

    /// <summary>Put another member in its holder's place.</summary>
    Replace = 2,

    /// <summary>Free it of its holder.</summary>
    Free = 4,

    /// <summary>Invite somebody to it: it is vacant.</summary>
    Invite = 8,

    /// <summary>Rename it.</summary>
    Rename = 16,

    /// <summary>Move it to another department.</summary>
    Move = 32,

    /// <summary>Archive it: it is added and vacant.</summary>
    Archive = 64,

    /// <summary>Name a deputy for its holder's absences.</summary>
    NameDeputy = 128,
}

/// <summary>What the acting person may do with a division or department.</summary>
[Flags]
public enum UnitActs
{
    /// <summary>Look only.</summary>
    None = 0,

    /// <summary>Rename it.</summary>
    Rename = 1,

    /// <summary>Add a position of a specialist or deputy to the department.</summary>
    AddPost = 2,

    /// <summary>Add the position of the division's head: it has none.</summary>
    AddHead = 4,
}
