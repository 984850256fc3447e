using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.Modules.Packing;

/// <summary>The contracts of each released version, oldest first, and those of this host.</summary>
internal sealed class ContractsHistory
{
    private readonly IReadOnlyList<HostContracts> versions;

    private ContractsHistory(IReadOnlyList<HostContracts> versions) => this.versions = versions;

    /// <summary>This host's.</summary>
    public HostContracts Newest => versions[^1];

    public static async Task<ContractsHistory> ReadAsync(CancellationToken cancellationToken)
    {
        var host = typeof(ContractsHistory).Assembly;
        var released = new List<HostContracts>();
        foreach (var name in host.GetManifestResourceNames().Where(name => name.StartsWith("Contracts/", StringComparison.Ordinal)))
        {
            await using var stream = host.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            using var assembly = AssemblyFile.TryRead(bytes)!;
            released.Add(new HostContracts(assembly));
        }

        return new([.. released.OrderBy(version => version.Version), await HostContracts.ReadOwnAsync(cancellationToken)]);
    }

    /// <summary>Major and minor of the oldest version that has everything the assemblies use; this host's when none has.</summary>
    public Version FindLowest(IReadOnlyList<AssemblyFile> assemblies)
    {
        var lowest = versions.FirstOrDefault(version => assemblies.All(assembly => version.FindMissing(assembly).Count == 0)) ?? Newest;
        return new Version(lowest.Version.Major, lowest.Version.Minor);
    }
}
