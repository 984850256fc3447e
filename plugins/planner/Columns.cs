using System.Data.Common;

namespace DrAivBot.Planner;

/// <summary>Reads columns that may be null.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader reader, int column) => reader.GetValue(column) as string;

    public static Guid? Id(this DbDataReader reader, int column) => reader.GetValue(column) is Guid id ? id : null;

    public static int? Number(this DbDataReader reader, int column) => reader.GetValue(column) is short number ? number : null;

    public static DateTime? Local(this DbDataReader reader, int column) => reader.GetValue(column) is DateTime local ? local : null;

    public static DateTimeOffset Instant(this DbDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);
}
