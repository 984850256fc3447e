using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules.Packing;

/// <summary>Makes a package of a module's build output: module.json, its signature, and a zip.</summary>
internal sealed class ModulePacker(ContractsHistory history)
{
    /// <returns>Path of the zip, and the package as the gate sees it; with problems there is no zip, and no module.json in the folder, an earlier one neither.</returns>
    /// <exception cref="ModuleRefusedException">It cannot be packed; the message says why and what to do.</exception>
    public async Task<(string Zip, ModulePackage Package)> PackAsync(PackOptions options, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(options.Folder))
        {
            throw new ModuleRefusedException($"There is no folder {options.Folder}. Name the folder into which the module was published.");
        }

        if (!Path.GetRelativePath(options.Folder, options.Output).StartsWith("..", StringComparison.Ordinal))
        {
            throw new ModuleRefusedException($"The zip would lie in the folder that is packed, and be packed with it next time. Name a folder outside {options.Folder} with --output.");
        }

        Remove(options.Folder);
        var manifest = await DescribeAsync(options, cancellationToken);
        var keys = await WriteAsync(options, await ManifestWriter.WriteAsync(manifest), cancellationToken);
        var source = new FolderSource(options.Folder);
        var package = await new ModuleGate(history.Newest, keys).InspectAsync(new() { Id = manifest.Id, Path = options.Folder }, [], cancellationToken);
        var zip = Path.Combine(options.Output, $"{manifest.Id}-{manifest.Version}.zip");
        if (package.Problems.Count > 0)
        {
            Remove(options.Folder);
            return (zip, package);
        }

        Directory.CreateDirectory(options.Output);
        await PackageZip.WriteAsync(source, zip, cancellationToken);
        return (zip, package);
    }

    private static void Remove(string folder)
    {
        File.Delete(Path.Combine(folder, PackageNames.Manifest));
        File.Delete(Path.Combine(folder, PackageNames.Signature));
    }

    private static async Task<TrustedKeys> WriteAsync(PackOptions options, byte[] manifest, CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.Folder, PackageNames.Manifest);
        if (options.Key is null)
        {
            await File.WriteAllBytesAsync(path, manifest, cancellationToken);
            return TrustedKeys.None;
        }

        using var key = await SigningKey.ReadAsync(options.Key, cancellationToken);
        await File.WriteAllBytesAsync(path, manifest, cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(options.Folder, PackageNames.Signature), TrustedKeys.Sign(key, manifest), cancellationToken);
        return new TrustedKeys([key.ExportSubjectPublicKeyInfo()]);
    }

    private async Task<PackageManifest> DescribeAsync(PackOptions options, CancellationToken cancellationToken)
    {
        var files = await PackageFiles.ReadAsync(new FolderSource(options.Folder), cancellationToken);
        var read = files.Assemblies.Select(file => (file.Name, Assembly: AssemblyFile.TryRead(file.Bytes))).Where(file => file.Assembly is not null).ToList();
        try
        {
            var (main, assembly) = FindMain(options, read!);
            var (id, version) = Identify(options, assembly, main);
            return new()
            {
                Id = id,
                Version = version,
                Contracts = RangeOf(options, [.. read.Select(file => file.Assembly!)]),
                Framework = Frameworks.TryReadMoniker(assembly.TargetFramework) is { } framework
                    ? Frameworks.NameOf(framework)
                    : throw new ModuleRefusedException($"{main} is built for {assembly.TargetFramework ?? "no known framework"}. Set <TargetFramework>net10.0</TargetFramework>."),
                Main = main,
                Files = files.All.ToDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal),
            };
        }
        finally
        {
            read.ForEach(file => file.Assembly!.Dispose());
        }
    }

    private static (string Name, AssemblyFile Assembly) FindMain(PackOptions options, List<(string Name, AssemblyFile Assembly)> read)
    {
        var roots = read.Where(file => !file.Name.Contains('/', StringComparison.Ordinal)).ToList();
        var found = options.Main is null ? roots.FindAll(file => ModuleClasses.Any(file.Assembly)) : roots.FindAll(file => file.Name == options.Main);
        return found.Count == 1
            ? found[0]
            : throw new ModuleRefusedException(
                options.Main is not null
                    ? $"{options.Folder} holds no assembly {options.Main}. There are: {List(roots)}."
                    : found.Count == 0
                        ? $"{options.Folder} holds no assembly with a class that implements IBotModule. There are: {List(roots)}. Publish the module there, or name another folder."
                        : $"{options.Folder} holds {found.Count} modules: {List(found)}. Publish each into a folder of its own.");

        static string List(List<(string Name, AssemblyFile Assembly)> files) => files.Count == 0 ? "none" : string.Join(", ", files.Select(file => file.Name));
    }

    private static (string Id, Version Version) Identify(PackOptions options, AssemblyFile assembly, string main)
    {
        var problems = new List<string>();
        var moduleClass = ModuleClasses.FindOne(assembly, problems);
        var declared = problems.Count == 0 ? DeclaredIdentity.Find(assembly, moduleClass) : throw new ModuleRefusedException(string.Join('\n', problems));
        var id = options.Id ?? declared.Id ?? throw new ModuleRefusedException(
            $"{main} does not say its id as a constant: {moduleClass} has no Manifest with Id = \"…\". Name the id with --id.");
        if (!ModuleNames.IsModuleId(id))
        {
            throw new ModuleRefusedException($"\"{id}\" is not a module id. Use {ModuleNames.IdRule}.");
        }

        return options.Version is null ? (id, declared.Version ?? assembly.FileVersion ?? assembly.Version)
            : Version.TryParse(options.Version, out var version) ? (id, version)
            : throw new ModuleRefusedException($"--version: \"{options.Version}\" is not a version. Write 2 to 4 numbers such as 1.4.0.");
    }

    private ContractsRange RangeOf(PackOptions options, IReadOnlyList<AssemblyFile> assemblies)
    {
        var min = options.ContractsMin is null ? history.FindLowest(assemblies)
            : ContractsRange.TryReadMin(options.ContractsMin)
                ?? throw new ModuleRefusedException($"--contracts-min: \"{options.ContractsMin}\" is not {ContractsRange.MinRule}.");
        var max = options.ContractsMax ?? $"{min.Major}.x";
        return ContractsRange.IsMax(max) ? new() { Min = min, Max = max }
            : throw new ModuleRefusedException($"--contracts-max: \"{max}\" is not {ContractsRange.MaxRule}.");
    }
}
