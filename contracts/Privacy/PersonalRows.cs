namespace DrAivBot.Privacy;

/// <summary>
/// Rows of a module that are for one person alone, such as drafts and private notes: they go when the person is erased.
/// Without it rows stay, and the host puts another id in the place of the person's and another name where such a row has
/// a copy of theirs, in every table of every module, wherever columns of type uuid, text or json have them. No code of the
/// module runs; the host works under the module's database role and row level security.
/// <code>
/// module.AddPersonalRows(new() { Table = "drafts", PersonColumn = "author_id" });
/// </code>
/// </summary>
public sealed record PersonalRows
{
    /// <summary>A table of the module's schema, without the schema.</summary>
    public required string Table { get; init; }

    /// <summary>The column (uuid) that says whose the row is.</summary>
    public required string PersonColumn { get; init; }
}
