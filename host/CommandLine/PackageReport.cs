using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.CommandLine;

/// <summary>What is known about a package, for people and for scripts.</summary>
internal sealed record PackageReport
{
    public required string Path { get; init; }

    public required bool Good { get; init; }

    public string? Id { get; init; }

    public string? Version { get; init; }

    public string? ContractsMin { get; init; }

    public string? ContractsMax { get; init; }

    /// <summary>The contracts of the host that judged.</summary>
    public string? HostContracts { get; init; }

    public string? Framework { get; init; }

    public string? Main { get; init; }

    public int Files { get; init; }

    /// <summary>What plugins.json may pin as <c>sha256</c>: that of module.json, or of the main DLL without one.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Name of the trusted key that signed; null when none did, or when none is trusted.</summary>
    public string? Signer { get; init; }

    /// <summary>In words.</summary>
    public string? Signature { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public static PackageReport Of(ModulePackage package, string path, Version host, bool signatureChecked)
    {
        var signature = package.Files.Any(file => file.Name == PackageNames.Signature);
        return new()
        {
            Path = path,
            Good = package.Problems.Count == 0,
            Id = package.Manifest?.Id,
            Version = package.Manifest?.Version.ToString(),
            ContractsMin = package.Manifest?.Contracts.Min.ToString(),
            ContractsMax = package.Manifest?.Contracts.Max,
            HostContracts = host.ToString(2),
            Framework = package.Manifest?.Framework,
            Main = package.Main,
            Files = package.Files.Count,
            Sha256 = package.Files.FirstOrDefault(file => file.Name == PackageNames.Manifest)?.Sha256 ?? package.Hash,
            Signer = package.Signer,
            Signature = package.Signer is { } signer ? $"by the key {signer}"
                : !signature ? "none"
                : signatureChecked ? "by no trusted key" : "there, not checked: no key is trusted here",
            Problems = package.Problems,
        };
    }

    public static PackageReport Refused(string path, string reason) => new() { Path = path, Good = false, Problems = reason.Split('\n') };

    public string ToJson() => JsonSerializer.Serialize(this, PackageReportJson.Default.PackageReport) + "\n";

    public string ToText(string good, string bad)
    {
        var text = new StringBuilder().Append(Path).Append('\n');
        if (Main is not null)
        {
            Line("module", Id is null ? $"no {PackageNames.Manifest}: a folder under development" : $"{Id} {Version}");
            Line("contracts", Id is null ? $"this host has {HostContracts}" : $"{ContractsMin} to {ContractsMax}; this host has {HostContracts}");
            Line("files", $"{Files}, main assembly {Main}");
            Line("sha256", Sha256!);
            Line("signature", Signature!);
        }

        text.Append(Good ? good + "\n" : $"{bad}, {Problems.Count} finding(s):\n");
        foreach (var problem in Problems)
        {
            text.Append("- ").Append(problem).Append('\n');
        }

        return text.ToString();

        void Line(string name, string value) => text.Append("  ").Append(name.PadRight(11)).Append(value).Append('\n');
    }
}

/// <summary>How the report is written for scripts.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PackageReport))]
internal sealed partial class PackageReportJson : JsonSerializerContext;
