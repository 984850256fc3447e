namespace DrAivBot.Privacy;

/// <summary>A part of what is kept about somebody: the rows of one table.</summary>
public sealed record DataPart
{
    /// <summary>Identifies it: <c>schema.table</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The module it belongs to, in the reader's language; null for what belongs to the company itself.</summary>
    public string? Module { get; init; }

    /// <summary>What it is, in the reader's language, for example <c>Сотрудники</c>; the table's name when its module has no text <c>&lt;module&gt;.data.&lt;table&gt;</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How many rows.</summary>
    public required long Count { get; init; }
}
