namespace DrAivBot.Host.Modules.Gate;

/// <summary>
/// Judges a module's files before any of its code runs. The plugin loader would swallow most of what is found here: a
/// private copy of the contracts, for example, makes a module that silently has no module class.
/// </summary>
internal sealed class ModuleGate(HostContracts contracts, TrustedKeys keys)
{
    /// <summary>Everything wrong with a package, at once.</summary>
    /// <param name="entry">The module's entry in plugins.json.</param>
    /// <param name="otherModules">Assembly names of the other modules in plugins.json.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <exception cref="ModuleRefusedException">There is nothing to judge, or too much.</exception>
    public async Task<ModulePackage> InspectAsync(
        PluginsEntry entry, IReadOnlyCollection<string> otherModules, CancellationToken cancellationToken)
    {
        var source = SourceOf(entry);
        var files = await PackageFiles.ReadAsync(source, cancellationToken);
        var problems = new List<string>();
        var manifest = ReadManifest(entry, files, problems);
        var signer = SignatureCheck.Run(keys, entry.Unsigned, files[PackageNames.Manifest], files[PackageNames.Signature], problems);
        if (manifest is not null)
        {
            PackageIntegrity.CheckFiles(files.All, manifest, problems);
        }

        var main = FindMain(entry, manifest, files, problems);
        var bytes = files[main]!;
        var hash = PackageSource.HashOf(bytes);
        PackageIntegrity.CheckPin(entry, PinsOf(source, files, main, hash), problems);
        try
        {
            using var assembly = AssemblyFile.TryRead(bytes) ?? throw Damaged(source, main, bytes.Length);
            return Judge(assembly, manifest, files, main, otherModules, problems) with { Source = source, Hash = hash, Signer = signer };
        }
        catch (Exception damaged) when (damaged is BadImageFormatException or ArgumentException or InvalidOperationException or InvalidCastException or OverflowException or IndexOutOfRangeException)
        {
            // What the reader of metadata throws at a file that is damaged, or made to be.
            throw Damaged(source, main, bytes.Length);
        }
    }

    private static PackageSource SourceOf(PluginsEntry entry)
    {
        if (File.Exists(entry.Path))
        {
            return Path.GetExtension(entry.Path).Equals(".zip", StringComparison.OrdinalIgnoreCase)
                ? new ZipSource(entry.Path)
                : new FolderSource(Path.GetDirectoryName(entry.Path)!);
        }

        return File.Exists(Path.Combine(entry.Path, PackageNames.Manifest))
            ? new FolderSource(Path.TrimEndingDirectorySeparator(entry.Path))
            : throw new ModuleRefusedException(MissingModuleFile.Describe(entry.Path));
    }

    private static PackageManifest? ReadManifest(PluginsEntry entry, PackageFiles files, List<string> problems)
    {
        if (files[PackageNames.Manifest] is not { } bytes)
        {
            return null;
        }

        var (manifest, wrong) = ManifestReader.Read(bytes);
        problems.AddRange(wrong);
        if (manifest is not null && entry.Id != PluginsEntry.AnyId && manifest.Id != entry.Id)
        {
            problems.Add($"plugins.json calls the module \"{entry.Id}\", but {PackageNames.Manifest} says it is \"{manifest.Id}\". Correct the id, or the path if it is another module's.");
        }

        return manifest;
    }

    private static string FindMain(PluginsEntry entry, PackageManifest? manifest, PackageFiles files, List<string> problems)
    {
        var named = files.Source is FolderSource && File.Exists(entry.Path) ? Path.GetFileName(entry.Path) : null;
        if (named is not null && manifest is not null && manifest.Main != named)
        {
            problems.Add($"plugins.json names {named}, but {PackageNames.Manifest} says that the main assembly is {manifest.Main}. Write the path of its folder, or of {manifest.Main}.");
        }

        var main = manifest?.Main ?? named;
        return main is not null && files[main] is not null
            ? main
            : throw new ModuleRefusedException(string.Join('\n', problems.DefaultIfEmpty(
                $"{files.Source.Place} holds no {main ?? PackageNames.Manifest}. Make the package with \"draivbot pack\".")));
    }

    private static List<(string What, string Hash)> PinsOf(PackageSource source, PackageFiles files, string main, string hash)
    {
        var pins = new List<(string What, string Hash)>();
        if (source is ZipSource { Hash: { } whole })
        {
            pins.Add((source.Place, whole));
        }

        pins.Add(files[PackageNames.Manifest] is { } manifest
            ? (PackageNames.Manifest, PackageSource.HashOf(manifest))
            : (Path.Combine(source.Place, main), hash));
        return pins;
    }

    private ModulePackage Judge(
        AssemblyFile assembly, PackageManifest? manifest, PackageFiles files, string main, IReadOnlyCollection<string> otherModules, List<string> problems)
    {
        var checks = new AssemblyChecks(contracts, problems);
        checks.CheckFramework(assembly, manifest);
        var version = checks.CheckReference(assembly);
        if (manifest is not null)
        {
            checks.CheckRange(manifest);
        }

        checks.CheckMembers(assembly, isMain: true);
        var moduleClass = ModuleClasses.FindOne(assembly, problems);
        if (manifest is not null && moduleClass.Length > 0)
        {
            CheckIdentity(manifest, DeclaredIdentity.Find(assembly, moduleClass), moduleClass, problems);
        }

        new ModuleFolderChecks(checks, otherModules, problems).Run(assembly, files.Assemblies.Where(file => file.Name != main));
        return new ModulePackage
        {
            Source = files.Source,
            Files = files.All,
            Main = main,
            Hash = "",
            AssemblyVersion = assembly.Version,
            ContractsVersion = version,
            ModuleClass = moduleClass,
            Manifest = manifest,
            Problems = problems,
        };
    }

    private static void CheckIdentity(PackageManifest manifest, DeclaredIdentity declared, string moduleClass, List<string> problems)
    {
        foreach (var (what, said, own) in new[] { ("id", manifest.Id, declared.Id), ("version", manifest.Version.ToString(), declared.Version?.ToString()) })
        {
            if (own is not null && own != said)
            {
                problems.Add($"{PackageNames.Manifest} says that its {what} is \"{said}\", but {moduleClass} says \"{own}\". Pack the module again.");
            }
        }
    }

    private static ModuleRefusedException Damaged(PackageSource source, string main, int length) => new(
        $"{Path.Combine(source.Place, main)} is no .NET assembly, or a damaged one ({length} bytes). Publish the module again and copy it whole.");
}
