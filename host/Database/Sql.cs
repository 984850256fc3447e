using Npgsql;
using NpgsqlTypes;

namespace DrAivBot.Host.Database;

/// <summary>Typed parameters, so that no value is boxed and no type guessed.</summary>
internal static class Sql
{
    public static NpgsqlParameter Value(long value) => new NpgsqlParameter<long> { TypedValue = value };

    public static NpgsqlParameter Value(int value) => new NpgsqlParameter<int> { TypedValue = value };

    public static NpgsqlParameter Value(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    public static NpgsqlParameter Value(TimeSpan value) => new NpgsqlParameter<TimeSpan> { TypedValue = value };

    public static NpgsqlParameter Value(DateTimeOffset value) => new NpgsqlParameter<DateTimeOffset> { TypedValue = value };

    public static NpgsqlParameter Value(string value) => new NpgsqlParameter<string> { TypedValue = value };

    public static NpgsqlParameter Optional(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Optional(DateTimeOffset? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)value?.ToUniversalTime() ?? DBNull.Value };

    public static NpgsqlParameter Optional(Guid? value) => new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Optional(long? value) => new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (object?)value ?? DBNull.Value };

#pragma warning disable MA0045 // The row is in memory once ReadAsync returned: nothing waits.
    public static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? NumberOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static Guid? IdOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
#pragma warning restore MA0045

    public static NpgsqlParameter Value(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value };

    public static NpgsqlParameter Values(long[] values) => new NpgsqlParameter<long[]> { TypedValue = values };

    public static NpgsqlParameter Values(int[] values) => new NpgsqlParameter<int[]> { TypedValue = values };

    public static NpgsqlParameter Values(bool[] values) => new NpgsqlParameter<bool[]> { TypedValue = values };

    public static NpgsqlParameter Values(Guid[] values) => new NpgsqlParameter<Guid[]> { TypedValue = values };

    public static NpgsqlParameter Values(DateTimeOffset[] values) => new NpgsqlParameter<DateTimeOffset[]> { TypedValue = values };

    public static void AddTo(NpgsqlParameterCollection parameters, params ReadOnlySpan<NpgsqlParameter> values)
    {
        foreach (var value in values)
        {
            parameters.Add(value);
        }
    }

    public static NpgsqlParameter Values(string[] values) => new NpgsqlParameter<string[]> { TypedValue = values };
}
