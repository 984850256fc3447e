using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace DrAivBot.Host.Modules;

/// <summary>The types a callback struct may carry, each with its compact text.</summary>
internal static class CallbackFieldTypes
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    private const int GuidLength = 22;

    /// <summary>Null when the type is not supported.</summary>
    public static CallbackField? Find(PropertyInfo property, Type type, bool isNullable)
    {
        if (type == typeof(string))
        {
            return Field(property, isNullable, null, value => Escape((string)value), Unescape) with { MayBeEmpty = true };
        }

        if (type == typeof(bool))
        {
            return Field(property, isNullable, 1, value => (bool)value ? "1" : "0", ReadBoolean);
        }

        if (type == typeof(Guid))
        {
            return Field(property, isNullable, GuidLength, value => WriteGuid((Guid)value), text => ReadGuid(text));
        }

        return type.IsEnum ? EnumField(property, type, isNullable)
            : IdConstructor(type) is { } constructor ? IdField(property, type, constructor, isNullable)
            : NumberField(property, type, isNullable);
    }

    private static CallbackField? NumberField(PropertyInfo property, Type type, bool isNullable)
    {
        if (type == typeof(int))
        {
            return Field(property, isNullable, 6, value => WriteNumber((int)value),
                text => ReadNumber(text) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null);
        }

        if (type == typeof(long))
        {
            return Field(property, isNullable, 11, value => WriteNumber((long)value), text => ReadNumber(text));
        }

        return type != typeof(DateOnly) ? null : Field(property, isNullable, 4,
            value => WriteNumber(((DateOnly)value).DayNumber),
            text => ReadNumber(text) is { } day && day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null);
    }

    private static CallbackField EnumField(PropertyInfo property, Type type, bool isNullable) =>
        Field(property, isNullable, 11, value => WriteNumber(ToInt64(type, value)), text => ReadEnum(type, text));

    private static CallbackField IdField(PropertyInfo property, Type type, ConstructorInfo constructor, bool isNullable)
    {
        var inner = type.GetProperties().Single(p => p.PropertyType == typeof(Guid));
        return Field(property, isNullable, GuidLength, value => WriteGuid((Guid)inner.GetValue(value)!),
            text => ReadGuid(text) is { } id ? constructor.Invoke([id]) : null);
    }

    /// <summary>The id types of the contracts: a struct around one Guid.</summary>
    private static ConstructorInfo? IdConstructor(Type type) =>
        type.IsValueType && type.Assembly == typeof(IBotModule).Assembly ? type.GetConstructor([typeof(Guid)]) : null;

    private static CallbackField Field(
        PropertyInfo property, bool isNullable, int? maxLength, Func<object, string> write, Func<string, object?> read) => new()
        {
            Property = property,
            IsNullable = isNullable,
            MaxLength = maxLength,
            Write = write,
            Read = read,
            MayBeEmpty = false,
        };

    private static object? ReadBoolean(string text) => text switch { "1" => true, "0" => false, _ => null };

    private static object? ReadEnum(Type type, string text)
    {
        if (ReadNumber(text) is not { } number)
        {
            return null;
        }

        var value = Enum.ToObject(type, number);
        return ToInt64(type, value) == number && IsDefined(type, value, number) ? value : null;
    }

    private static bool IsDefined(Type type, object value, long number)
    {
        if (Enum.IsDefined(type, value) || type.GetCustomAttribute<FlagsAttribute>() is null)
        {
            return Enum.IsDefined(type, value);
        }

        var all = Enum.GetValues(type).Cast<object>().Aggregate(0L, (bits, flag) => bits | ToInt64(type, flag));
        return (number & ~all) == 0;
    }

    private static long ToInt64(Type type, object value) => Enum.GetUnderlyingType(type) == typeof(ulong)
        ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture))
        : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static string WriteGuid(Guid value) => Base64Url.EncodeToString(value.ToByteArray(bigEndian: true));

    private static Guid? ReadGuid(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (text.Length != GuidLength || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 16)
        {
            return null;
        }

        var value = new Guid(bytes, bigEndian: true);
        return WriteGuid(value) == text ? value : null;
    }

    /// <summary>Base 64, sign in the lowest bit, so that small numbers of either sign stay short.</summary>
    private static string WriteNumber(long value)
    {
        var rest = unchecked((ulong)((value << 1) ^ (value >> 63)));
        Span<char> text = stackalloc char[11];
        var start = text.Length;
        do
        {
            text[--start] = Digits[(int)(rest & 63)];
            rest >>= 6;
        }
        while (rest != 0);
        return new string(text[start..]);
    }

    private static long? ReadNumber(string text)
    {
        if (text.Length is 0 or > 11 || (text.Length > 1 && text[0] == Digits[0]))
        {
            return null;
        }

        UInt128 all = 0;
        foreach (var digit in text)
        {
            var value = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            all = (all << 6) | (uint)value;
        }

        return all > ulong.MaxValue ? null : unchecked((long)((ulong)all >> 1) ^ -(long)((ulong)all & 1));
    }

    private static string Escape(string text) => text.Replace("!", "!e", StringComparison.Ordinal).Replace(".", "!d", StringComparison.Ordinal);

    private static string? Unescape(string text)
    {
        if (!text.Contains('!', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            char? next = text[i] != '!' ? text[i] : (i + 1 < text.Length ? text[++i] : ' ') switch { 'e' => '!', 'd' => '.', _ => null };
            if (next is null)
            {
                return null;
            }

            result.Append(next.Value);
        }

        return result.ToString();
    }
}
