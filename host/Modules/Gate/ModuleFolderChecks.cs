namespace DrAivBot.Host.Modules.Gate;

/// <summary>Judges what lies beside a module's main assembly, and what the assemblies there reference.</summary>
internal sealed class ModuleFolderChecks(AssemblyChecks checks, IReadOnlyCollection<string> otherModules, List<string> problems)
{
    private const string HostName = "DrAivBot.Host";
    private const string TelegramName = "Telegram.Bot";

    public void Run(AssemblyFile main, IEnumerable<(string Name, byte[] Bytes)> beside)
    {
        CheckReferences(main);
        foreach (var (name, bytes) in beside)
        {
            using var bundled = AssemblyFile.TryRead(bytes);
            if (bundled is not null)
            {
                CheckBundled(name, bundled);
            }
        }
    }

    private void CheckBundled(string file, AssemblyFile bundled)
    {
        switch (bundled.Name)
        {
            case HostContracts.AssemblyName:
                problems.Add(
                    $"Its folder holds a copy of {file}, whose types are not the host's. Write Private=\"false\" ExcludeAssets=\"runtime\" on the "
                    + "reference to the contracts, and delete the file.");
                return;
            case HostName:
                problems.Add($"Its folder holds {file}. A module references the contracts only: remove the reference to the host, and delete the file.");
                return;
            case TelegramName:
                problems.Add($"Its folder holds {file}. Modules do not talk to Telegram; they return a Reply, and the host sends it. Remove the package.");
                return;
        }

        if (otherModules.Contains(bundled.Name) || ModuleClasses.Any(bundled))
        {
            problems.Add($"Its folder holds {file}, another module. Publish each module into a folder of its own; what two modules share is a core service.");
            return;
        }

        CheckReferences(bundled);
        checks.CheckMembers(bundled, isMain: false);
    }

    private void CheckReferences(AssemblyFile assembly)
    {
        foreach (var (name, version) in assembly.References)
        {
            if (name == HostName)
            {
                problems.Add($"{assembly.Name} references {HostName}. A module references the contracts only: remove that reference.");
            }
            else if (name == TelegramName)
            {
                problems.Add($"{assembly.Name} references {TelegramName}. Modules do not talk to Telegram; they return a Reply, and the host sends it.");
            }
            else if (otherModules.Contains(name))
            {
                problems.Add($"{assembly.Name} references the module {name}. Modules do not reference one another; what two modules share is a core service.");
            }
            else if (name != HostContracts.AssemblyName
                && SharedAssemblies.Versions.TryGetValue(name, out var hosts) && version > hosts)
            {
                problems.Add($"{assembly.Name} needs {name} {version}, but modules use the host's, which is {hosts}. Reference version {hosts.ToString(3)} or older.");
            }
        }
    }
}
