using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DrAivBot.Testing;

namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>A working directory of one host: its plugins.json and, unless a database is given, its own cluster.</summary>
internal sealed class HostDirectory : IDisposable
{
    private readonly TestDirectory _directory = new();

    private HostDirectory()
    {
    }

    public string Path => _directory.Path;

    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>Whether a PostgreSQL server runs on the data of this directory.</summary>
    public bool HasServer => FindServer() is not null;

    /// <summary>A directory whose plugins.json enables these modules.</summary>
    public static async Task<HostDirectory> CreateAsync(params (string Id, string Path)[] modules)
    {
        var directory = new HostDirectory();
        await directory.WriteAsync("plugins.json", JsonSerializer.Serialize(
            new { modules = modules.Select(module => new { id = module.Id, path = module.Path, enabled = true }) }));
        return directory;
    }

    public Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(System.IO.Path.Combine(Path, name), text, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        // Only after a failed test: a host that was told to stop took its database along.
        using (var left = FindServer())
        {
            left?.Kill(entireProcessTree: true);
            left?.WaitForExit(TimeSpan.FromSeconds(5));
        }

        _directory.Dispose();
    }

    private Process? FindServer()
    {
        if (!Directory.Exists(Data))
        {
            return null;
        }

        var file = Directory.EnumerateFiles(Data, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault();
        if (file is null || !int.TryParse(File.ReadLines(file).First(), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
