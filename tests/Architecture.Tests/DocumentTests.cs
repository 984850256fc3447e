namespace DrAivBot.Architecture.Tests;

public sealed class DocumentTests
{
    private static readonly string[] Documents = ["README.md", "docs/writing-a-module.md"];

    /// <summary>Kinds of blocks that show code; the others show what a terminal says.</summary>
    private static readonly string[] Code = ["csharp", "xml", "json", "sql"];

    [Fact]
    public void Every_code_block_of_readme_and_guide_stands_in_a_module_that_is_compiled_and_tested() =>
        Assert.Equal("", string.Join('\n', Documents.SelectMany(document => FindUncompiled(document, Blocks(Read(document)), Compiled()))));

    [Fact]
    public void Readme_and_guide_show_code() => Assert.All(Documents, document => Assert.NotEmpty(Blocks(Read(document))));

    [Fact]
    public void The_module_of_the_readme_has_about_25_lines()
    {
        var module = Assert.Single(Blocks(Read("README.md")), block => block.Contains("IBotModule", StringComparison.Ordinal));

        Assert.InRange(module.Split('\n').Count(line => line.Trim().Length > 0), 15, 26);
    }

    [Fact]
    public void A_code_block_that_nobody_compiles_is_found() =>
        Assert.Single(FindUncompiled("seeded.md", Blocks("```csharp\nmodule.Routes.Magic();\n```\n"), Compiled()));

    [Fact]
    public void Every_link_to_a_file_leads_somewhere() => Assert.All(
        Repository.Files("*.md", "docs").Append("README.md").Append("CHANGELOG.md").ToList(),
        document => Assert.Empty(FindDeadLinks(document, Read(document))));

    [Fact]
    public void A_dead_link_is_found() => Assert.Single(FindDeadLinks("README.md", "[a](docs/nowhere.md) [b](https://example.org/x)"));

    private static string Read(string document) => File.ReadAllText(Repository.PathOf(document)).ReplaceLineEndings("\n");

    private static List<string> Compiled() =>
    [
        .. new[] { "*.cs", "*.csproj", "*.json", "*.sql" }
            .SelectMany(pattern => Repository.Files(pattern, "tests/TestPlugins/Hello", "tests/TestPlugins/Guide", "tests/Host.Tests/Guide", "templates/draivbot-module"))
            .Append("plugins.json")
            .Select(Read),
    ];

    /// <summary>A block may leave out what surrounds it in its file, and with it the indentation.</summary>
    private static IEnumerable<string> FindUncompiled(string document, IEnumerable<string> blocks, List<string> compiled) => blocks
        .Where(block => !compiled.Exists(file => Flat(file).Contains(Flat(block), StringComparison.Ordinal)))
        .Select(block => $"{document}: this block stands in no compiled module:\n{block}");

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private static List<string> Blocks(string markdown)
    {
        var parts = markdown.Split("\n```");
        return
        [
            .. ("\n" + markdown).Split("\n```").Skip(1).Where((_, i) => i % 2 == 0)
                .Select(block => block.Split('\n', 2))
                .Where(block => Code.Contains(block[0].Trim()) && parts.Length > 1)
                .Select(block => block[1]),
        ];
    }

    private static IEnumerable<string> FindDeadLinks(string document, string markdown) =>
        from part in markdown.Split("](").Skip(1)
        let target = part.Split(')')[0].Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
        where !Path.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(document))!, target))
        select $"{document} links to {target}, which is not there.";
}
