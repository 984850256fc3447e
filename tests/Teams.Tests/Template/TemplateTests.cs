namespace DrAivBot.Teams.Tests.Template;

/// <summary>The first afternoon of a module team, from the packages alone.</summary>
public sealed class TemplateTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private string Module => Path.Combine(packages.Workspace, "Example.Wishes");

    [Fact]
    public async Task A_module_from_the_template_builds_without_warnings_passes_its_tests_and_runs()
    {
        await DoAsync(packages.Workspace, "new", "install", Directory.EnumerateFiles(packages.Feed, "DrAivBot.Templates.*.nupkg").Single(), "--debug:custom-hive", packages.Hive);
        await DoAsync(packages.Workspace, "new", "draivbot-module", "-n", "Example.Wishes", "--debug:custom-hive", packages.Hive);
        Assert.Contains("0 Warning(s)", await DoAsync(Module, "build", "--nologo"), StringComparison.Ordinal);

        Assert.Contains("failed: 0", await DoAsync(Module, "test", "--no-build"), StringComparison.Ordinal);

        var tools = new DotNet(packages.Home);
        var (restored, refusal) = await tools.RunAsync(Module, "dotnet", "tool", "restore");
        Assert.True(restored == 0, refusal);
        var said = await tools.RunUntilAsync(Module, "/sandbox", "dotnet", "draivbot");
        Assert.Matches(@"(?m)^wishes +1\.0 +active, 4 routes", said);

        await AnalyzersComeAlongAsync();
    }

    [Fact]
    public void Packages_hold_documentation_readme_licence_and_analyzers()
    {
        var contracts = packages.FilesOf("DrAivBot.Contracts.*.nupkg");
        Assert.Contains("analyzers/dotnet/cs/DrAivBot.Analyzers.dll", contracts);
        Assert.Contains("build/DrAivBot.Contracts.targets", contracts);
        Assert.Contains("modules/company/DrAivBot.Company.dll", packages.FilesOf("DrAivBot.Testing.*.nupkg"));
        Assert.All(
            new[] { "DrAivBot.Contracts", "DrAivBot.Host", "DrAivBot.Testing" },
            package =>
            {
                var files = packages.FilesOf($"{package}.*.nupkg");
                Assert.All(new[] { "README.md", "LICENSE.txt", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml" }, file => Assert.Contains(file, files));
                Assert.Contains($"lib/net10.0/{package}.pdb", packages.FilesOf($"{package}.*.snupkg"));
            });
    }

    private async Task AnalyzersComeAlongAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(Module, "src", "Example.Wishes", "Late.cs"),
            "namespace Example.Wishes; internal static class Late { public static DateTime Now => DateTime.UtcNow; }",
            TestContext.Current.CancellationToken);

        var (exitCode, said) = await new DotNet().RunAsync(Path.Combine(Module, "src", "Example.Wishes"), "dotnet", "build", "--nologo");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("DRAIV007: DateTime.UtcNow reads the system's clock", said, StringComparison.Ordinal);
    }

    private static async Task<string> DoAsync(string folder, params string[] arguments)
    {
        var (exitCode, said) = await new DotNet().RunAsync(folder, "dotnet", arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}:\n{said}");
        return said;
    }
}
