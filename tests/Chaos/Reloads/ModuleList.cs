using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace DrAivBot.Chaos.Reloads;

/// <summary>The plugins.json of the run, and the builds of the module that changes.</summary>
internal sealed class ModuleList(string directory)
{
    private const string Stamp = "BUILD-00000";

    private int _build;
    private bool _isSwitchedOn = true;
    private FailingModule? _failing;

    public string File { get; } = Path.Combine(directory, "plugins.json");

    /// <summary>Writes the next build of the changing module and names it.</summary>
    public async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        await BuildAsync(_build + 1, cancellationToken);
        _build++;
        await SaveAsync(cancellationToken);
    }

    public Task SwitchAsync(bool isOn, CancellationToken cancellationToken)
    {
        _isSwitchedOn = isOn;
        return SaveAsync(cancellationToken);
    }

    /// <summary>Puts in a module that fails, or takes it out.</summary>
    public Task PutInAsync(FailingModule? failing, CancellationToken cancellationToken)
    {
        _failing = failing;
        return SaveAsync(cancellationToken);
    }

    /// <summary>Writes beside and renames over, as most editors do.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var entries = new JsonArray(
            Entry(LoadedModules.Ids[LoadedModules.Steady], LoadedModules.FileOf(LoadedModules.Steady)),
            Entry(LoadedModules.Ids[LoadedModules.Switched], LoadedModules.FileOf(LoadedModules.Switched), _isSwitchedOn),
            Entry(LoadedModules.Ids[LoadedModules.Changing], _build == 0 ? LoadedModules.FileOf(LoadedModules.Changing) : FileOf(_build)));
        if (_failing is { } failing)
        {
            var entry = Entry(failing.Id, BuiltFiles.TestModule(failing.Folder));
            entry["settings"] = failing.Then.Length == 0 ? [] : new JsonObject { ["then"] = failing.Then };
            entries.Add((JsonNode)entry);
        }

        var beside = File + ".new";
        await System.IO.File.WriteAllTextAsync(beside, new JsonObject { ["modules"] = entries }.ToJsonString(), cancellationToken);
        System.IO.File.Move(beside, File, overwrite: true);
    }

    private static JsonObject Entry(string id, string path, bool enabled = true) => new() { ["id"] = id, ["path"] = path, ["enabled"] = enabled };

    private string FileOf(int build) => Path.Combine(
        directory, "builds", build.ToString(CultureInfo.InvariantCulture), Path.GetFileName(LoadedModules.FileOf(LoadedModules.Changing)));

    /// <summary>The same module with other digits in its stamp: another content, as a compiler would have made it.</summary>
    private async Task BuildAsync(int build, CancellationToken cancellationToken)
    {
        var (from, to) = (LoadedModules.FileOf(LoadedModules.Changing), FileOf(build));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var deps = Path.ChangeExtension(from, ".deps.json");
        System.IO.File.Copy(deps, Path.Combine(Path.GetDirectoryName(to)!, Path.GetFileName(deps)));
        var content = await System.IO.File.ReadAllBytesAsync(from, cancellationToken);
        var (old, stamp) = (Encoding.Unicode.GetBytes(Stamp), Encoding.Unicode.GetBytes(string.Create(CultureInfo.InvariantCulture, $"BUILD-{build:00000}")));
        for (var at = content.AsSpan().IndexOf(old); at >= 0; at = content.AsSpan().IndexOf(old))
        {
            stamp.CopyTo(content, at);
        }

        await System.IO.File.WriteAllBytesAsync(to, content, cancellationToken);
    }
}
