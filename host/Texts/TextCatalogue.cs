using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DrAivBot.Host.Texts;

/// <summary>The texts of one owner (<c>core</c> or a module) in Russian and English. Immutable; parsed once.</summary>
internal sealed class TextCatalogue
{
    /// <summary>The owner of the host's own texts.</summary>
    public const string CoreOwner = "core";

    private readonly FrozenDictionary<string, TextEntry> _russian;
    private readonly FrozenDictionary<string, TextEntry> _english;

    private TextCatalogue(string owner, IReadOnlyDictionary<string, TextEntry> russian, IReadOnlyDictionary<string, TextEntry> english)
    {
        Owner = owner;
        _russian = russian.ToFrozenDictionary(StringComparer.Ordinal);
        _english = english.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Owner { get; }

    public IEnumerable<string> Keys => _english.Keys;

    /// <summary>Loads <c>ru.json</c> and <c>en.json</c>; throws <see cref="TextsRefusedException"/> with everything that is wrong.</summary>
    /// <param name="owner">Module id or <c>core</c>: what every key starts with.</param>
    /// <param name="open">Opens a file by its name (<c>ru.json</c>, <c>en.json</c>); null when there is none. The stream is disposed.</param>
    public static TextCatalogue Load(string owner, Func<string, Stream?> open)
    {
        var russian = Read(owner, Language.Russian, open);
        var english = Read(owner, Language.English, open);
        List<string> errors = [.. russian.Errors, .. english.Errors];
        if (russian.IsReadable && english.IsReadable)
        {
            errors.AddRange(TextParity.Compare(russian, english));
        }

        return errors.Count == 0 ? new(owner, russian.Entries, english.Entries) : throw new TextsRefusedException(owner, errors);
    }

    /// <summary>Loads texts that are in memory, as <see cref="Load(string, Func{string, Stream?})"/> does.</summary>
    /// <param name="owner">Module id or <c>core</c>.</param>
    /// <param name="files">JSON by language code; none at all gives an owner without texts.</param>
    public static TextCatalogue Load(string owner, IReadOnlyDictionary<string, string> files) =>
        files.Count == 0
            ? Empty(owner)
            : Load(owner, name => files.TryGetValue(Path.GetFileNameWithoutExtension(name), out var json)
                ? new MemoryStream(Encoding.UTF8.GetBytes(json))
                : null);

    /// <summary>The host's own texts, embedded in it.</summary>
    public static TextCatalogue LoadCore() =>
        Load(CoreOwner, name => typeof(TextCatalogue).Assembly.GetManifestResourceStream($"Texts/{name}"));

    /// <summary>An owner without texts.</summary>
    public static TextCatalogue Empty(string owner) =>
        new(owner, FrozenDictionary<string, TextEntry>.Empty, FrozenDictionary<string, TextEntry>.Empty);

    public bool Has(string key) => _english.ContainsKey(key);

    /// <summary>The entry of a key; null when there is none.</summary>
    public TextEntry? Find(string key, Language language) => EntriesOf(language).GetValueOrDefault(key);

    /// <summary>The same catalogue with some texts of one language replaced.</summary>
    public TextCatalogue Replace(Language language, IReadOnlyDictionary<string, TextEntry> replacements)
    {
        var merged = new Dictionary<string, TextEntry>(EntriesOf(language), StringComparer.Ordinal);
        foreach (var (key, entry) in replacements)
        {
            merged[key] = entry;
        }

        return language == Language.Russian ? new(Owner, merged, _english) : new(Owner, _russian, merged);
    }

    private FrozenDictionary<string, TextEntry> EntriesOf(Language language) =>
        language == Language.Russian ? _russian : _english;

    [SuppressMessage("Design", "MA0045:Do not use blocking calls", Justification = "Embedded resources lie in memory; there is nothing to wait for.")]
    private static TextFile Read(string owner, Language language, Func<string, Stream?> open)
    {
        using var stream = open(TextFile.NameOf(language));
        if (stream is null)
        {
            return TextFile.Missing(owner, language);
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return TextFile.Read(owner, language, bytes.ToArray());
    }
}
