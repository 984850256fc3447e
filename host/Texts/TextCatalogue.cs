namespace DrAivBot.Host.Texts;

/// <summary>The texts of one owner (<c>core</c> or a module) in Russian and English. Immutable; parsed once.</summary>
internal sealed class TextCatalogue
{
    public string Owner => throw new NotSupportedException();

    /// <summary>Loads <c>ru.json</c> and <c>en.json</c>; throws <see cref="TextsRefusedException"/> with everything that is wrong.</summary>
    /// <param name="owner">Module id or <c>core</c>: what every key starts with.</param>
    /// <param name="open">Opens a file by its name (<c>ru.json</c>, <c>en.json</c>); null when there is none.</param>
    public static TextCatalogue Load(string owner, Func<string, Stream?> open) => throw new NotSupportedException();

    /// <summary>The host's own texts, embedded in it.</summary>
    public static TextCatalogue LoadCore() => throw new NotSupportedException();

    /// <summary>An owner without texts.</summary>
    public static TextCatalogue Empty(string owner) => throw new NotSupportedException();

    public bool Has(string key) => throw new NotSupportedException();
}
