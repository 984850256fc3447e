using System.IO.Compression;
using DrAivBot.Testing;

namespace DrAivBot.Teams.Tests.Template;

/// <summary>The packages as they are built now, in a folder that serves as a package source, and a folder beside it for a new module.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly TestDirectory _directory = new();

    public string Feed => Path.Combine(_directory.Path, "feed");

    /// <summary>For what the command line remembers of tools: an earlier run's would be found otherwise.</summary>
    public string Home => Path.Combine(_directory.Path, "home");

    public string Hive => Path.Combine(_directory.Path, "hive");

    /// <summary>What lies below finds the packages, and takes everything else from where the machine has it.</summary>
    public string Workspace => Path.Combine(_directory.Path, "work");

    private static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Workspace);
        await File.WriteAllTextAsync(
            Path.Combine(Workspace, "NuGet.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_directory.Path}/packages" /></config>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
            </configuration>
            """,
            TestContext.Current.CancellationToken);
        var (exitCode, said) = await new DotNet().RunAsync(Root(), "sh", "scripts/pack.sh", Feed, "--no-build");
        Assert.True(exitCode == 0, said);
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The names of the files in a package.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(Directory.EnumerateFiles(Feed, package).Single());
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DrAivBot.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
