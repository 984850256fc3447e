using System.Text.Json;

namespace DrAivBot.Testing.Scale;

/// <summary>A statement as the server ran it.</summary>
/// <param name="Milliseconds">How long it took, planning left out.</param>
/// <param name="Sql">Its text, without values.</param>
/// <param name="Plan">The plan's root with what really happened.</param>
internal sealed record StatementPlan(double Milliseconds, string Sql, JsonElement Plan)
{
    /// <summary>How many rows it looked at in tables and indexes, those it left out included.</summary>
    public long RowsRead => Nodes(Plan).Where(node => node.TryGetProperty("Relation Name", out _)).Sum(Visited);

    /// <summary>The tables it read from beginning to end.</summary>
    public IEnumerable<string> TablesScanned => Nodes(Plan)
        .Where(node => node.GetProperty("Node Type").GetString() == "Seq Scan" && Visited(node) > 0)
        .Select(node => node.GetProperty("Relation Name").GetString()!);

    private static long Visited(JsonElement node)
    {
        var rows = Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck");
        return (long)(rows * Number(node, "Actual Loops"));
    }

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private static IEnumerable<JsonElement> Nodes(JsonElement node) => node.TryGetProperty("Plans", out var inner)
        ? inner.EnumerateArray().SelectMany(Nodes).Prepend(node)
        : [node];
}
