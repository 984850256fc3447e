using System.Data.Common;

namespace DrAivBot.Planner;

/// <summary>Reads columns that may be null.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static Guid? Id(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    public static int? Number(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt16(column);

    public static DateTime? Local(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDateTime(column);

    public static DateTimeOffset Instant(this DbDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);
}
