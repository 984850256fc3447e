namespace DrAivBot.Company.OrgChart;

/// <summary>What a person is chosen for.</summary>
internal enum PickFor
{
    /// <summary>To hold a post.</summary>
    Post = 0,

    /// <summary>To stand in for the holder of a post.</summary>
    Deputy = 1,

    /// <summary>To stand in for somebody during an absence.</summary>
    Absence = 2,

    /// <summary>To own the company.</summary>
    Owner = 3,
}
