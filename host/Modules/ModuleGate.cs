using System.Security.Cryptography;

namespace DrAivBot.Host.Modules;

/// <summary>
/// Judges a module's files before any of its code runs. The plugin loader would swallow most of what is found here: a
/// private copy of the contracts, for example, makes a module that silently has no module class.
/// </summary>
internal sealed class ModuleGate(HostContracts contracts)
{
    private static readonly Version NewestFramework = new(10, 0);

    /// <param name="entry">The module's entry in plugins.json.</param>
    /// <param name="otherModules">Assembly names of the other modules in plugins.json.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <exception cref="ModuleRefusedException">There is no assembly to judge.</exception>
    public async Task<ModulePackage> InspectAsync(
        PluginsEntry entry, IReadOnlyCollection<string> otherModules, CancellationToken cancellationToken)
    {
        if (!File.Exists(entry.Path))
        {
            throw new ModuleRefusedException(MissingModuleFile.Describe(entry.Path));
        }

        var bytes = await File.ReadAllBytesAsync(entry.Path, cancellationToken);
        using var assembly = AssemblyFile.TryRead(bytes) ?? throw new ModuleRefusedException(
            $"{entry.Path} is no .NET assembly, or a damaged one ({bytes.Length} bytes). Publish the module again and copy it whole.");

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var problems = new List<string>();
        CheckHash(entry, hash, problems);
        CheckFramework(assembly, problems);
        var contractsVersion = CheckContracts(assembly, problems);
        var moduleClass = ModuleClasses.FindOne(assembly, problems);
        await ModuleFolderChecks.RunAsync(entry.Path, assembly, otherModules, problems, cancellationToken);
        return new ModulePackage
        {
            Path = entry.Path,
            Hash = hash,
            AssemblyVersion = assembly.Version,
            ContractsVersion = contractsVersion,
            ModuleClass = moduleClass,
            Problems = problems,
        };
    }

    private static void CheckHash(PluginsEntry entry, string hash, List<string> problems)
    {
        if (entry.Sha256 is { } expected && expected != hash)
        {
            problems.Add(
                $"{entry.Path} has the SHA-256 {hash}, but plugins.json demands {expected}. If you replaced the file on purpose, write the "
                + "new value; otherwise somebody else did: do not run it.");
        }
    }

    private static void CheckFramework(AssemblyFile assembly, List<string> problems)
    {
        var moniker = assembly.TargetFramework();
        var parts = moniker?.Split(",Version=v");
        if (parts is not [".NETCoreApp", var text] || !Version.TryParse(text, out var version))
        {
            problems.Add($"It is built for {moniker ?? "no known framework"}, but the host runs .NET 10. Set <TargetFramework>net10.0</TargetFramework>.");
        }
        else if (version > NewestFramework)
        {
            problems.Add($"It is built for .NET {version}, newer than the host's .NET 10. Set <TargetFramework>net10.0</TargetFramework>, or update the host.");
        }
    }

    private Version? CheckContracts(AssemblyFile assembly, List<string> problems)
    {
        var version = assembly.References.FirstOrDefault(reference => reference.Name == HostContracts.AssemblyName).Version;
        if (version is null)
        {
            problems.Add($"It does not reference {HostContracts.AssemblyName}, so it is no module. Correct the path, or reference the contracts package.");
            return null;
        }

        if (version.Major != contracts.Version.Major || version > contracts.Version)
        {
            problems.Add(
                $"It was compiled with contracts {version.ToString(2)}, but the host has {contracts.Version.ToString(2)}. "
                + (version > contracts.Version ? "Update the host, or compile" : "Compile")
                + $" the module with contracts {contracts.Version.Major}.x.");
        }

        var missing = contracts.FindMissing(assembly);
        if (missing.Count > 0)
        {
            problems.Add(
                $"It uses what the host's contracts do not have: {string.Join(", ", missing)}. It was compiled with other contracts than "
                + $"the host's {contracts.Version.ToString(2)}: update the host, or compile the module with the host's contracts.");
        }

        return version;
    }
}
