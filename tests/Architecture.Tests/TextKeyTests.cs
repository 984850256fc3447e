using System.Text.Json;
using System.Text.RegularExpressions;

namespace DrAivBot.Architecture.Tests;

/// <summary>Texts that nobody says are translated for nothing; a key that is not there is found when somebody needs it.</summary>
public sealed partial class TextKeyTests
{
    [Fact]
    public void Every_text_of_a_module_is_said_somewhere_and_every_text_that_is_said_exists() => Assert.All(
        Repository.Files("ru.json", "plugins").ToList(),
        file =>
        {
            var id = file.Split(Path.DirectorySeparatorChar)[1];
            using var texts = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file)));
            var keys = texts.RootElement.EnumerateObject().Select(text => text.Name).ToList();
            var code = string.Join('\n', Repository.Files("*.cs", $"plugins/{id}").Select(source => File.ReadAllText(Repository.PathOf(source))));

            Assert.Empty(Unsaid(id, keys, code));
            Assert.Empty(Missing(id, keys, code));
        });

    [Fact]
    public void A_text_that_nobody_says_and_one_that_is_not_there_would_be_found()
    {
        const string code = """text.Get("shop.buy"); text.Get($"shop.kind_{kind}"); text.GetMarkup("shop.sell");""";
        string[] keys = ["shop.buy", "shop.kind_new", "shop.forgotten", "shop.command.shop"];

        Assert.Equal(["shop.forgotten"], Unsaid("shop", keys, code));
        Assert.Equal(["shop.sell"], Missing("shop", keys, code));
    }

    /// <summary>Keys that are neither written out, nor begin as one that is put together, nor are asked for by the host.</summary>
    private static IEnumerable<string> Unsaid(string id, IReadOnlyList<string> keys, string code)
    {
        var written = Literals().Matches(code).Select(match => match.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var beginnings = written.Select(key => key.Split('{')[0])
            .Where(key => key.EndsWith('.') || key.EndsWith('_'))
            .Concat([$"{id}.module.", $"{id}.command.", $"{id}.data."])
            .Where(key => key.Length > id.Length + 1)
            .ToList();
        return keys.Where(key => !written.Contains(key) && !beginnings.Exists(beginning => key.StartsWith(beginning, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Missing(string id, IReadOnlyList<string> keys, string code) => Said().Matches(code)
        .Select(match => match.Groups["key"].Value)
        .Where(key => key.StartsWith(id + ".", StringComparison.Ordinal) && !key.EndsWith('.') && !key.EndsWith('_'))
        .Except(keys, StringComparer.Ordinal);

    [GeneratedRegex("""\x22(?<key>[a-z][a-z0-9_]*\.[A-Za-z0-9_.{}()]+)\x22""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Literals();

    [GeneratedRegex("""Get(Markup)?\(\s*([^\x22();]*\? )?\x22(?<key>[a-z0-9_.]+)\x22""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Said();
}
