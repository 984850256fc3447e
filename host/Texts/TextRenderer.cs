using System.Runtime.CompilerServices;
using DrAivBot.Screens;

namespace DrAivBot.Host.Texts;

/// <summary>Puts values into a text, written as the language writes them and escaped where it becomes markup.</summary>
internal readonly struct TextRenderer(Language language, string key, bool escape)
{
    public string Render(TextTemplate template, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (template.Constant is { } constant)
        {
            return escape ? constant.Html : constant.Plain;
        }

        var text = new DefaultInterpolatedStringHandler(0, 0, language.Culture, stackalloc char[512]);
        foreach (var part in template.Parts)
        {
            if (part.Placeholder is { } name)
            {
                Append(ref text, name, FindValue(name, values));
            }
            else
            {
                text.AppendLiteral(escape ? part.Html : part.Plain);
            }
        }

        return text.ToStringAndClear();
    }

    public object? FindValue(string name, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (given == name)
            {
                return value;
            }
        }

        var names = new List<string>(values.Length);
        foreach (var (given, _) in values)
        {
            names.Add($"'{given}'");
        }

        throw new ArgumentException(
            $"The text '{key}' needs the value '{name}'; given {(names.Count == 0 ? "are none" : "is only " + string.Join(", ", names))}.", nameof(values));
    }

    private void Append(ref DefaultInterpolatedStringHandler text, string name, object? value)
    {
        if (value is Markup markup)
        {
            AppendMarkup(ref text, name, markup);
        }
        else if (ShownNumber.TryFrom(value, out var number))
        {
            Span<char> buffer = stackalloc char[80];
            ShownNumber.TryWrite(number, buffer, out var written, language.Culture);
            text.AppendFormatted(buffer[..written]);
        }
        else
        {
            AppendText(ref text, Write(value));
        }
    }

    private void AppendMarkup(ref DefaultInterpolatedStringHandler text, string name, Markup markup)
    {
        if (!escape)
        {
            throw new ArgumentException($"The value '{name}' of the text '{key}' is markup, which only a screen can show: use GetMarkup, or give a plain value.", nameof(markup));
        }

        text.AppendLiteral(markup.Html);
    }

    private void AppendText(ref DefaultInterpolatedStringHandler text, ReadOnlySpan<char> value)
    {
        while (escape && value.IndexOfAny("<>&\"") is >= 0 and var at)
        {
            text.AppendFormatted(value[..at]);
            text.AppendLiteral(value[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
            value = value[(at + 1)..];
        }

        text.AppendFormatted(value);
    }

    private string Write(object? value) => value switch
    {
        string raw => raw,
        null => "",
        DateTimeOffset instant => instant.ToString("g", language.Culture),
        DateTime instant => instant.ToString("g", language.Culture),
        IFormattable formattable => formattable.ToString(format: null, language.Culture),
        _ => value.ToString() ?? "",
    };
}
