namespace DrAivBot.Host.Organisation;

/// <summary>What the board says about one of the seven divisions, as it stands in <c>orgboard.json</c>.</summary>
internal sealed record BoardDivision
{
    public required int Number { get; init; }

    public required string Emoji { get; init; }

    public required string Ru { get; init; }

    public required string En { get; init; }

    public required string PurposeRu { get; init; }

    public required string PurposeEn { get; init; }

    public required string ProductRu { get; init; }

    public required string ProductEn { get; init; }

    public required BoardStatistic Statistic { get; init; }

    public required BoardHead HeadPosition { get; init; }

    public required IReadOnlyList<BoardDepartment> Departments { get; init; }

    public string Name(string language) => OrgBoard.Choose(language, Ru, En);

    public string Purpose(string language) => OrgBoard.Choose(language, PurposeRu, PurposeEn);

    public string Product(string language) => OrgBoard.Choose(language, ProductRu, ProductEn);
}
