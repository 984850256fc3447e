using System.Text;
using SkiaSharp;

namespace DrAivBot.Host.Reports.Pictures;

/// <summary>
/// The fonts pictures are written with, read from the machine by their paths: the drawing library finds none by itself, and
/// without one it draws nothing in place of letters and says nothing.
/// </summary>
internal sealed class BoardFonts
{
    private static readonly string[] Folders =
        ["/usr/share/fonts", "/usr/local/share/fonts", "/opt/homebrew/share/fonts", "/Library/Fonts", "/System/Library/Fonts/Supplemental"];

    /// <summary>Families in the order of preference, each as regular and bold.</summary>
    private static readonly (string Regular, string Bold)[] Families =
    [
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        ("Arial.ttf", "Arial Bold.ttf"),
    ];

    /// <summary>For names in other letters; taken when they are there.</summary>
    private static readonly (string Regular, string Bold)[] Others =
    [
        ("NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf"),
        ("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf"),
        ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf"),
        ("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
        ("NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf"),
    ];

    private readonly Lazy<(SKTypeface[] Regular, SKTypeface[] Bold)> _faces;
    private readonly Lazy<SKFont[]> _letters;

    /// <param name="folders">Where to look; null for where systems keep their fonts.</param>
    public BoardFonts(IReadOnlyList<string>? folders = null)
    {
        var files = Find(folders ?? Folders);
        var main = Families.Where(family => files.ContainsKey(family.Regular)).ToArray();
        Trouble = main.Length > 0
            ? null
            : "Pictures cannot be drawn: no font with Cyrillic letters was found. Install one (on Debian: apt-get install fonts-noto-core, or fonts-dejavu-core) and restart the host. "
                + $"Looked for {string.Join(", ", Families.Select(family => family.Regular))} below {string.Join(", ", folders ?? Folders)}.";
        _faces = new(() => Load(files, [.. main, .. Others.Where(family => files.ContainsKey(family.Regular))]));
        _letters = new(() => [.. _faces.Value.Regular.Select(face => new SKFont(face))]);
    }

    /// <summary>Why nothing can be drawn and what to do about it; null when all is well.</summary>
    public string? Trouble { get; }

    /// <summary>The faces of a weight; a letter is taken from the first that has it.</summary>
    public IReadOnlyList<SKTypeface> Faces(bool isBold) => isBold ? _faces.Value.Bold : _faces.Value.Regular;

    /// <summary>The text as it can be drawn: one line, without signs that no font has, such as emoji.</summary>
    public string Drawable(string text)
    {
        var drawable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                drawable.Append(' ');
            }
            else if (Array.Exists(_letters.Value, face => face.ContainsGlyph(rune.Value)))
            {
                drawable.Append(rune);
            }
        }

        return string.Join(' ', drawable.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<string, string> Find(IReadOnlyList<string> folders)
    {
        var wanted = Families.Concat(Others).SelectMany(family => new[] { family.Regular, family.Bold }).ToHashSet(StringComparer.Ordinal);
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", options)))
        {
            if (wanted.Contains(Path.GetFileName(path)))
            {
                files.TryAdd(Path.GetFileName(path), path);
            }
        }

        return files;
    }

    private static (SKTypeface[] Regular, SKTypeface[] Bold) Load(Dictionary<string, string> files, (string Regular, string Bold)[] families) =>
    (
        [.. families.Select(family => SKTypeface.FromFile(files[family.Regular])).OfType<SKTypeface>()],
        [.. families.Select(family => SKTypeface.FromFile(files.GetValueOrDefault(family.Bold, files[family.Regular]))).OfType<SKTypeface>()]);
}
