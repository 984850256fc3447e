using System.Reflection;

namespace DrAivBot.Host.Modules;

/// <summary>One constructor parameter of a callback struct, to text and back.</summary>
internal sealed record CallbackField
{
    public required PropertyInfo Property { get; init; }

    /// <summary>Of any value but null; never holds the separator.</summary>
    public required Func<object, string> Write { get; init; }

    /// <summary>Null when the text is not a value of the type.</summary>
    public required Func<string, object?> Read { get; init; }

    public required bool IsNullable { get; init; }

    /// <summary>Whether <see cref="Write"/> may give an empty text, so that null needs a mark of its own.</summary>
    public required bool MayBeEmpty { get; init; }

    /// <summary>Most characters the field takes; null when it depends on a text.</summary>
    public required int? MaxLength { get; init; }

    public string Encode(object data)
    {
        var value = Property.GetValue(data);
        if (value is not null)
        {
            return IsNullable && MayBeEmpty ? "=" + Write(value) : Write(value);
        }

        return IsNullable
            ? ""
            : throw new ArgumentException($"{Property.DeclaringType}.{Property.Name} is null, but not declared nullable.", nameof(data));
    }

    public bool TryDecode(string text, out object? value)
    {
        value = null;
        if (IsNullable && text.Length == 0)
        {
            return true;
        }

        if (IsNullable && MayBeEmpty)
        {
            value = text[0] == '=' ? Read(text[1..]) : null;
        }
        else
        {
            value = Read(text);
        }

        return value is not null;
    }
}
