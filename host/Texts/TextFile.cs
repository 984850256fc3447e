using System.Text.Json;

namespace DrAivBot.Host.Texts;

/// <summary>Reads the texts of one owner in one language, collecting everything that is wrong.</summary>
internal sealed class TextFile
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly string _owner;
    private readonly Language _language;
    private readonly Dictionary<string, TextEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];

    private TextFile(string owner, Language language)
    {
        _owner = owner;
        _language = language;
    }

    public string Name => NameOf(_language);

    public Language Language => _language;

    /// <summary>Whether there was an object of texts, however wrong some of them.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>The texts that can be used.</summary>
    public IReadOnlyDictionary<string, TextEntry> Entries => _entries;

    /// <summary>Every key written in the file, also of texts with errors.</summary>
    public IReadOnlySet<string> Keys => _seen;

    public IReadOnlyList<string> Errors => _errors;

    public static string NameOf(Language language) => $"{language.Code}.json";

    public static TextFile Missing(string owner, Language language)
    {
        var file = new TextFile(owner, language);
        file._errors.Add($"{file.Name} is missing: both ru.json and en.json are needed.");
        return file;
    }

    public static TextFile Read(string owner, Language language, ReadOnlyMemory<byte> json)
    {
        var file = new TextFile(owner, language);
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json);
            file.ReadAll(document.RootElement);
        }
        catch (JsonException exception)
        {
            file._errors.Add($"{file.Name} is no valid JSON (line {exception.LineNumber + 1}): {exception.Message}");
        }

        return file;
    }

    private void ReadAll(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _errors.Add($"{Name} must be an object from key to text, not {Describe(root)}.");
            return;
        }

        IsReadable = true;
        foreach (var property in root.EnumerateObject())
        {
            if (!_seen.Add(property.Name))
            {
                Refuse(property.Name, "stands twice: keep one");
            }
            else if (!property.Name.StartsWith(_owner + ".", StringComparison.Ordinal) || property.Name.Length == _owner.Length + 1)
            {
                Refuse(property.Name, $"must start with '{_owner}.'");
            }
            else if (ReadEntry(property.Name, property.Value) is { } entry)
            {
                _entries.Add(property.Name, entry);
            }
        }
    }

    private TextEntry? ReadEntry(string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return ReadTemplate(key, value.GetString()!) is { } single ? new(single) : null;
            case JsonValueKind.Object:
                return ReadForms(key, value);
            default:
                Refuse(key, $"must be a text or an object of plural forms, not {Describe(value)}");
                return null;
        }
    }

    private TextEntry? ReadForms(string key, JsonElement value)
    {
        var before = _errors.Count;
        var forms = new Dictionary<PluralCategory, TextTemplate>();
        foreach (var property in value.EnumerateObject())
        {
            ReadForm(key, property, forms);
        }

        var missing = _language.Categories.Where(category => !value.TryGetProperty(CodeOf(category), out _)).Select(CodeOf).ToList();
        if (missing.Count > 0)
        {
            Refuse(key, $"lacks the plural form{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}");
        }

        if (_errors.Count > before)
        {
            return null;
        }

        CheckForms(key, forms);
        return new(forms);
    }

    private void ReadForm(string key, JsonProperty property, Dictionary<PluralCategory, TextTemplate> forms)
    {
        var category = _language.Categories.Select(known => (PluralCategory?)known)
            .FirstOrDefault(known => CodeOf(known!.Value) == property.Name);
        if (category is null)
        {
            Refuse(key, $"has the form '{property.Name}'; this language has {string.Join(", ", _language.Categories.Select(CodeOf))}");
        }
        else if (property.Value.ValueKind != JsonValueKind.String)
        {
            Refuse(key, $"has no text in the form '{property.Name}' but {Describe(property.Value)}");
        }
        else if (ReadTemplate($"{key}/{property.Name}", property.Value.GetString()!) is { } template && !forms.TryAdd(category.Value, template))
        {
            Refuse(key, $"has the form '{property.Name}' twice");
        }
    }

    /// <summary>
    /// Each form needs the same values, or a user would miss something. Only the English <c>one</c> may say "one day"
    /// without the count; the Russian one also stands for 21 and 101.
    /// </summary>
    private void CheckForms(string key, Dictionary<PluralCategory, TextTemplate> forms)
    {
        var all = forms.Values.SelectMany(form => form.Placeholders).ToHashSet(StringComparer.Ordinal);
        foreach (var (category, form) in forms)
        {
            var missing = all.Except(form.Placeholders, StringComparer.Ordinal)
                .Where(name => !(name == TextEntry.CountName && category == PluralCategory.One && _language == Language.English))
                .Order(StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                Refuse($"{key}/{CodeOf(category)}", $"lacks {Placeholders(missing)}, which other forms have");
            }
        }
    }

    private TextTemplate? ReadTemplate(string key, string text)
    {
        var (template, errors) = TemplateParser.Parse(text);
        foreach (var error in errors)
        {
            Refuse(key, error);
        }

        return errors.Count == 0 ? template : null;
    }

    private void Refuse(string key, string what) => _errors.Add($"{Name}: '{key}' {what}.");

    internal static string Placeholders(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{name}}}"));

    private static string CodeOf(PluralCategory category) => category switch
    {
        PluralCategory.One => "one",
        PluralCategory.Few => "few",
        PluralCategory.Many => "many",
        _ => "other",
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => $"'{value.GetRawText()}'",
    };
}
