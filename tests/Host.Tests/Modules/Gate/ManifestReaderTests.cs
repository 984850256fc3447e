using System.Text;
using System.Text.Json;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Tests.Modules.Gate;

public sealed class ManifestReaderTests
{
    private static readonly string Hash = new('a', 64);

    private static readonly string Good = $$"""
        {
          "format": 1,
          "id": "planner",
          "version": "1.4.0",
          "contracts": { "min": "1.0", "max": "1.x" },
          "framework": "net10.0",
          "main": "Planner.dll",
          "files": {
            "Planner.dll": "{{Hash}}",
            "lib/Other.dll": "{{Hash}}"
          }
        }
        """;

    [Fact]
    public void A_good_manifest_is_read()
    {
        var (manifest, problems) = Read(Good);

        Assert.Empty(problems);
        Assert.Equal(("planner", new Version(1, 4, 0), "net10.0", "Planner.dll"), (manifest!.Id, manifest.Version, manifest.Framework, manifest.Main));
        Assert.Equal((new Version(1, 0), "1.x"), (manifest.Contracts.Min, manifest.Contracts.Max));
        Assert.Equal(["Planner.dll", "lib/Other.dll"], manifest.Files.Keys);
    }

    [Theory]
    [InlineData("\"id\": \"planner\"", "\"id\": \"Planner\"", "line 3, column 9: id: must be 2 to 30 characters of a-z, 0-9 and _, starting with a letter")]
    [InlineData("\"id\": \"planner\"", "\"id\": 7", "line 3, column 9: id: must be 2 to 30 characters")]
    [InlineData("\"id\": \"planner\"", "\"id\": 7", "but is the number 7.")]
    [InlineData("\"id\": \"planner\",", "", "line 1, column 1: id: is missing.")]
    [InlineData("\"id\": \"planner\"", "\"id\": \"planner\", \"id\": \"other\"", "line 3, column 26: id: stands there twice.")]
    [InlineData("\"id\"", "\"idd\"", "line 3, column 10: idd: there is no such property. Did you mean \"id\"? Allowed are format, id, version")]
    [InlineData("\"format\": 1", "\"format\": 2", "line 2, column 13: format: must be the number 1, but is the number 2. A newer format needs a newer host.")]
    [InlineData("\"1.4.0\"", "\"one\"", "version: must be 2 to 4 numbers such as \"1.4.0\", but is the text \"one\"")]
    [InlineData("\"min\": \"1.0\"", "\"min\": \"1\"", "contracts.min: must be a version such as \"1.0\", but is the text \"1\"")]
    [InlineData("\"max\": \"1.x\"", "\"max\": \"x\"", "contracts.max: must be a major version such as \"1.x\"")]
    [InlineData("\"max\": \"1.x\"", "\"max\": \"0.9\"", "contracts: max \"0.9\" is lower than min \"1.0\"")]
    [InlineData("\"max\": \"1.x\"", "\"mux\": \"1.x\"", "contracts.mux: there is no such property. Did you mean \"max\"?")]
    [InlineData("{ \"min\": \"1.0\", \"max\": \"1.x\" }", "[]", "line 5, column 16: contracts: must be an object, but is a list.")]
    [InlineData("\"net10.0\"", "\"netstandard2.0\"", "framework: must be the short name of a framework such as \"net10.0\"")]
    [InlineData("\"main\": \"Planner.dll\"", "\"main\": \"Plan.dll\"", "main: must be one of the names in files")]
    [InlineData("\"main\": \"Planner.dll\"", "\"main\": \"lib/Other.dll\"", "main: must be one of the names in files, without a folder")]
    [InlineData("aaaa\",", "aaa\",", "line 9, column 20: files.\"Planner.dll\": must be the file's SHA-256, 64 digits of 0-9 and a-f")]
    [InlineData("lib/Other.dll", "../Other.dll", "files.\"../Other.dll\": is no name of a file in a package. Allowed are 1 to 200 characters")]
    [InlineData("lib/Other.dll", "/etc/passwd", "files.\"/etc/passwd\": is no name of a file")]
    [InlineData("lib/Other.dll", "C:/x.dll", "files.\"C:/x.dll\": is no name of a file")]
    [InlineData("lib/Other.dll", "lib\\\\Other.dll", "is no name of a file")]
    [InlineData("lib/Other.dll", "a\\u0000.dll", "files.\"a\\u0000.dll\": is no name of a file")]
    [InlineData("lib/Other.dll", "lib/./Other.dll", "is no name of a file")]
    [InlineData("lib/Other.dll", "lib//Other.dll", "is no name of a file")]
    [InlineData("lib/Other.dll", "PLANNER.DLL", "files.\"PLANNER.DLL\": stands there twice (capitals do not count)")]
    [InlineData("lib/Other.dll", "module.json", "files.\"module.json\": stands there twice (capitals do not count), or is module.json")]
    [InlineData("lib/Other.dll", "\\ud800", "this text has half of a surrogate pair")]
    [InlineData("\"format\": 1,", "\"format\": 1", "line 3, column 3: this is not JSON")]
    public void What_is_wrong_is_said_with_line_column_and_what_is_allowed(string old, string @new, string words)
    {
        var index = Good.IndexOf(old, StringComparison.Ordinal);
        var (manifest, problems) = Read(Good[..index] + @new + Good[(index + old.Length)..]);

        Assert.Null(manifest);
        Assert.Contains(words, string.Join('\n', problems), StringComparison.Ordinal);
        Assert.All(problems, problem => Assert.StartsWith("module.json, line ", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var (_, problems) = Read("""{ "format": 1, "id": 3, "version": null, "contracts": { }, "framework": [], "files": { "x": 1 }, "colour": "red" }""");

        Assert.Equal(8, problems.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{}{}")]
    [InlineData("{\"format\": 1e999}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}")]
    public void What_is_no_manifest_at_all_is_refused_in_words(string text) => Assert.NotEmpty(Read(text).Problems);

    [Fact]
    public void Bytes_that_are_no_text_and_a_file_too_large_are_refused()
    {
        Assert.Contains("not UTF-8", Assert.Single(ManifestReader.Read([0xC3, 0x28]).Problems), StringComparison.Ordinal);
        Assert.Contains("1048576 at most", Assert.Single(ManifestReader.Read(new byte[2_000_000]).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_mistakes_take_no_longer_than_a_few()
    {
        var many = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"x{i}\":1"));

        Assert.Equal(20, Read($"{{\"format\":1,{many}}}").Problems.Count);
    }

    [Fact]
    public void The_schema_in_the_documentation_names_what_the_reader_knows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestModules.Root(), "docs", "module.schema.json")));
        var properties = schema.RootElement.GetProperty("properties");
        using var good = JsonDocument.Parse(Good);

        Assert.Equal(good.RootElement.EnumerateObject().Select(member => member.Name), properties.EnumerateObject().Select(member => member.Name));
        foreach (var name in new[] { "id", "version", "framework" })
        {
            var pattern = properties.GetProperty(name).GetProperty("pattern").GetString()!;
            Assert.Matches(pattern, good.RootElement.GetProperty(name).GetString());
        }

        Assert.Equal(PackageSource.MostFiles, properties.GetProperty("files").GetProperty("maxProperties").GetInt32());
        Assert.Equal(PackageNames.Longest, properties.GetProperty("files").GetProperty("propertyNames").GetProperty("maxLength").GetInt32());
    }

    private static (PackageManifest? Manifest, IReadOnlyList<string> Problems) Read(string text) => ManifestReader.Read(Encoding.UTF8.GetBytes(text));
}
