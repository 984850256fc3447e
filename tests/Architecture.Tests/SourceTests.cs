using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DrAivBot.Architecture.Tests;

public sealed partial class SourceTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static TheoryData<string> Files() => [.. new[] { "contracts", "host", "plugins" }
        .SelectMany(d => Directory.EnumerateFiles(Path.Combine(Root, d), "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Root, f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_source_file_is_short_has_no_regions_and_no_vague_type_names(string file)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));

        Assert.True(text.Count(c => c == '\n') <= 300, $"{file} is longer than 300 lines: split it by screen or by reason to change.");
        Assert.DoesNotContain("#region", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(VagueName(), text);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Helpers|Util|Utils|Utility|Common|Misc)\b")]
    private static partial Regex VagueName();
}
