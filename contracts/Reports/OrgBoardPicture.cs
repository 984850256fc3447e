namespace DrAivBot.Reports;

/// <summary>
/// An organisation board to be drawn. Several divisions are drawn as one wide board, for a screen or a wall; a single one as
/// a tall page that a phone shows without zooming. Long names wrap and are cut with «…»; where there are more posts than
/// can be read, the heads stay and the rest is counted.
/// </summary>
public sealed record OrgBoardPicture
{
    /// <summary>In large letters, for example the company's name.</summary>
    public required string Title { get; init; }

    /// <summary>Below the title, for example date and counts; null, the default, for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The divisions in the order in which they are shown.</summary>
    public required IReadOnlyList<OrgBoardDivision> Divisions { get; init; }

    /// <summary>What the picture says by itself, in the reader's language.</summary>
    public required OrgBoardWords Words { get; init; }
}

/// <summary>A division on the picture.</summary>
public sealed record OrgBoardDivision
{
    /// <summary>1 to 7; gives it its colour.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its product.</summary>
    public required string Product { get; init; }

    /// <summary>Who heads it; null, the default, when there is no such post.</summary>
    public OrgBoardPost? Head { get; init; }

    /// <summary>Its departments by number.</summary>
    public required IReadOnlyList<OrgBoardDepartment> Departments { get; init; }
}

/// <summary>A department on the picture.</summary>
public sealed record OrgBoardDepartment
{
    /// <summary>1 to 21.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its product.</summary>
    public required string Product { get; init; }

    /// <summary>Its posts, the head first.</summary>
    public required IReadOnlyList<OrgBoardPost> Posts { get; init; }
}

/// <summary>A post on the picture.</summary>
public sealed record OrgBoardPost
{
    /// <summary>Its number on the chart.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who holds it; null, the default, when it is vacant.</summary>
    public string? Holder { get; init; }

    /// <summary>Whether the holder only minds it until it is filled. False by default.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Whether it heads its unit. False by default.</summary>
    public bool IsHead { get; init; }
}

/// <summary>The words of the picture.</summary>
public sealed record OrgBoardWords
{
    /// <summary>Before a product, for example <c>Продукт</c>.</summary>
    public required string Product { get; init; }

    /// <summary>In place of a holder, for example <c>Вакансия</c>.</summary>
    public required string Vacant { get; init; }

    /// <summary>After a temporary holder, for example <c>временно</c>.</summary>
    public required string Temporary { get; init; }

    /// <summary>For a filled post in the legend, for example <c>Пост занят</c>.</summary>
    public required string Filled { get; init; }

    /// <summary>How many posts are left out, for example <c>и ещё 12 постов</c>.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>How many posts of a unit are filled, given the filled and all of them, for example <c>занято 3 из 5</c>.</summary>
    public required Func<int, int, string> Count { get; init; }
}
