using System.Text.Json.Nodes;

namespace DrAivBot.Testing;

/// <summary>A module as <see cref="TestHost"/> loads it: one entry of <c>plugins.json</c>.</summary>
public sealed record TestModule
{
    /// <summary>The module id, as in its manifest.</summary>
    public required string Id { get; init; }

    /// <summary>The module's main assembly. Absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is switched on. True by default.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Its settings; empty by default.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>The module <c>company</c> of this repository.</summary>
    public static TestModule Company => OfArtifacts("company", System.IO.Path.Combine("modules", "company"), "DrAivBot.Company.dll");

    /// <summary>A test module of this repository, from <c>artifacts/test-modules</c>.</summary>
    /// <param name="folder">Its folder, for example <c>Notes</c>.</param>
    /// <param name="id">The id of its manifest, for example <c>notes</c>.</param>
    /// <returns>The module, switched on.</returns>
    public static TestModule Plugin(string folder, string id) =>
        OfArtifacts(id, System.IO.Path.Combine("test-modules", folder), $"DrAivBot.TestPlugins.{folder}.dll");

    internal JsonObject ToEntry() => new()
    {
        ["id"] = Id,
        ["path"] = Path,
        ["enabled"] = Enabled,
        ["settings"] = Settings.DeepClone(),
    };

    private static TestModule OfArtifacts(string id, string folder, string assembly)
    {
        var path = System.IO.Path.Combine(Root(), "artifacts", folder, assembly);
        return File.Exists(path)
            ? new() { Id = id, Path = path }
            : throw new FileNotFoundException($"The module '{id}' is not built: there is no {path}. Build its project in the tests' configuration.", path);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "DrAivBot.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException(
            $"No folder above {AppContext.BaseDirectory} holds DrAivBot.sln. Outside the repository give each TestModule its Path.");
    }
}
