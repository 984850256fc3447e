namespace DrAivBot.Host.Modules.Gate;

/// <summary>Judges what a package's assemblies say of the framework and the contracts they were compiled with.</summary>
internal sealed class AssemblyChecks(HostContracts contracts, List<string> problems)
{
    public void CheckFramework(AssemblyFile main, PackageManifest? manifest)
    {
        var moniker = main.TargetFramework;
        if (Frameworks.TryReadMoniker(moniker) is not { } version)
        {
            problems.Add($"It is built for {moniker ?? "no known framework"}, but the host runs .NET 10. Set <TargetFramework>net10.0</TargetFramework>.");
            return;
        }

        if (version > Frameworks.Newest)
        {
            problems.Add($"It is built for .NET {version}, newer than the host's .NET 10. Set <TargetFramework>net10.0</TargetFramework>, or update the host.");
        }

        if (manifest is not null && Frameworks.TryRead(manifest.Framework) != version)
        {
            problems.Add($"{PackageNames.Manifest} says {manifest.Framework}, but {manifest.Main} is built for {Frameworks.NameOf(version)}. Pack the module again.");
        }
    }

    /// <summary>The contracts version the main assembly references; null when it references none.</summary>
    public Version? CheckReference(AssemblyFile main)
    {
        var version = main.ContractsVersion;
        if (version is null)
        {
            problems.Add($"It does not reference {HostContracts.AssemblyName}, so it is no module. Correct the path, or reference the contracts package.");
        }
        else if (version.Major != contracts.Version.Major || version > contracts.Version)
        {
            problems.Add(
                $"It was compiled with contracts {version.ToString(2)}, but the host has {contracts.Version.ToString(2)}. "
                + (version > contracts.Version ? "Update the host, or compile" : "Compile")
                + $" the module with contracts {contracts.Version.Major}.x.");
        }

        return version;
    }

    public void CheckRange(PackageManifest manifest)
    {
        var (range, host) = (manifest.Contracts, contracts.Version.ToString(2));
        if (range.IsTooNew(contracts.Version))
        {
            problems.Add($"It works with contracts up to {range.Max}, but the host has {host}. Get a newer version of the module, or compile and pack it with contracts {host}.");
        }
        else if (!range.Allows(contracts.Version))
        {
            problems.Add($"It needs contracts {range.Min} or newer, but the host has {host}. Update the host, or get a version of the module for contracts {host}.");
        }
    }

    /// <summary>The library of a module is bound to the same contracts as the module itself.</summary>
    public void CheckMembers(AssemblyFile assembly, bool isMain)
    {
        var missing = contracts.FindMissing(assembly);
        if (missing.Count > 0)
        {
            problems.Add(
                $"{(isMain ? "It" : assembly.Name)} uses what the host's contracts do not have: {string.Join(", ", missing)}. It was compiled with other contracts than "
                + $"the host's {contracts.Version.ToString(2)}: update the host, or compile the module with the host's contracts.");
        }
    }
}
