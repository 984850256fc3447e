using DrAivBot.Routing;

namespace DrAivBot.Planner.WeeklyPlans;

/// <summary>The sheet that is to be made and for whom; waits in the database until it is done.</summary>
internal sealed record SheetOrder
{
    public SheetKind Kind { get; init; }

    public DateOnly Week { get; init; }

    public Guid User { get; init; }

    public string Language { get; init; } = "";

    public Guid Progress { get; init; }
}

/// <summary>What the company's sheet can be had as. Numbers are stored.</summary>
internal enum SheetKind
{
    Picture = 0,
    Workbook = 1,
}

/// <summary>Asks for the company's sheet as a file.</summary>
[Callback("sheetfile")]
internal readonly record struct OrderSheet(DateOnly Week, SheetKind Kind);
