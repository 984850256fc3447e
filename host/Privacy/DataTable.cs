namespace DrAivBot.Host.Privacy;

/// <summary>A table with rows of companies.</summary>
/// <param name="Schema">Its schema: <c>core</c>, or the id of a module.</param>
/// <param name="Name">Its name.</param>
/// <param name="PersonFilter">The condition under which a row names the person <c>$1</c>.</param>
/// <param name="Secrets">Columns that are nobody's to take out: keys, and addresses that belong to the host.</param>
internal sealed record DataTable(string Schema, string Name, string PersonFilter, string[] Secrets)
{
    public string Id => $"{Schema}.{Name}";

    public bool IsCore => Schema == DataTables.Core;
}
