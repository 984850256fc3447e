namespace DrAivBot.Company.Employees;

/// <summary>What the list of employees shows.</summary>
internal enum PeopleView
{
    /// <summary>All members.</summary>
    Everyone = 0,

    /// <summary>Posts that nobody holds for good.</summary>
    Vacant = 1,

    /// <summary>Members not yet trained for a post.</summary>
    Newcomers = 2,

    /// <summary>Members who are away today.</summary>
    Absent = 3,

    /// <summary>Members without a post.</summary>
    WithoutPost = 4,
}
