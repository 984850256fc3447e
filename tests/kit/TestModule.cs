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

    /// <summary>The module <c>company</c>, through which people register companies: the kit brings it along.</summary>
    public static TestModule Company => File.Exists(BundledCompany)
        ? new() { Id = "company", Path = BundledCompany }
        : Built("company", "DrAivBot.Company");

    private static string BundledCompany =>
        System.IO.Path.Combine(AppContext.BaseDirectory, "draivbot-modules", "company", "DrAivBot.Company.dll");

    /// <summary>A module as its project builds it: from <c>artifacts/modules/&lt;id&gt;</c> in a folder above the tests.</summary>
    /// <param name="id">The id of its manifest, for example <c>wishes</c>.</param>
    /// <param name="assembly">The name of its main assembly, without <c>.dll</c>.</param>
    /// <returns>The module, switched on.</returns>
    /// <exception cref="FileNotFoundException">No folder above holds it: it is not built, or builds to another place.</exception>
    public static TestModule Built(string id, string assembly) =>
        OfArtifacts(id, System.IO.Path.Combine("modules", id), assembly + ".dll");

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
        var relative = System.IO.Path.Combine("artifacts", folder, assembly);
        for (var above = AppContext.BaseDirectory; above is not null; above = System.IO.Path.GetDirectoryName(above))
        {
            if (File.Exists(System.IO.Path.Combine(above, relative)))
            {
                return new() { Id = id, Path = System.IO.Path.Combine(above, relative) };
            }
        }

        throw new FileNotFoundException(
            $"The module '{id}' is not built: no folder above {AppContext.BaseDirectory} holds {relative}. Build its project, or give the TestModule its Path.", relative);
    }
}
