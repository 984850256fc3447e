namespace DrAivBot.Organisation;

/// <summary>Which members to list.</summary>
public sealed record PeopleQuery
{
    /// <summary>A part of the person's name or of the name of a position they hold, in any case. Empty, the default, for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Everyone by default.</summary>
    public PeopleFilter Filter { get; init; }

    /// <summary>
    /// Who holds a position of this division, 1 to 7, for good: its head, the heads of its departments and everybody in
    /// them. Null, the default, for any.
    /// </summary>
    public int? Division { get; init; }

    /// <summary>Who holds a position of this department, 1 to 21, for good, its head among them. Null, the default, for any.</summary>
    public int? Department { get; init; }

    /// <summary>Somebody to leave out, whatever they hold: who may not be chosen. Null, the default, for nobody.</summary>
    public UserId? Except { get; init; }

    /// <summary>How many to pass over. 0 by default.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give, 1 to 100. 8, a screen full, by default.</summary>
    public int Take { get; init; } = 8;
}

/// <summary>Which members a list shows. New ones may come.</summary>
public enum PeopleFilter
{
    /// <summary>Every active member.</summary>
    Everyone = 0,

    /// <summary>Who is not yet fully trained for a position they hold.</summary>
    Newcomers = 1,

    /// <summary>Who is absent today.</summary>
    Absent = 2,

    /// <summary>Who holds no position.</summary>
    WithoutPost = 3,
}
