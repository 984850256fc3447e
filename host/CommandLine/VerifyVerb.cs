using System.CommandLine;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.CommandLine;

/// <summary><c>draivbot verify FILE|FOLDER</c></summary>
internal static class VerifyVerb
{
    public static Command Create(VerbContext context)
    {
        var path = new Argument<string>("PATH") { Description = "A package's zip, its folder, or a module's main DLL." };
        var trusted = new Option<string[]>("--trusted") { Description = "A public key whose signature is demanded, beside those of Modules__TrustedKeys: PEM file or base64." };
        var unsigned = new Option<bool>("--unsigned") { Description = "Demand no signature, as \"unsigned\": true in plugins.json does." };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var command = new Command("verify", "Says whether this host would load a module, without running any of it.") { path, trusted, unsigned, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration;
            var (keys, problems) = ReadKeys(context, parsed.GetValue(trusted) ?? []);
            if (problems.Count > 0)
            {
                await output.Error.WriteLineAsync(string.Join('\n', problems));
                return ExitCodes.Configuration;
            }

            var full = Path.GetFullPath(parsed.GetValue(path)!, context.Directory);
            var report = await InspectAsync(full, keys, parsed.GetValue(unsigned), cancellationToken);
            await output.Output.WriteAsync(parsed.GetValue(json) ? report.ToJson() : report.ToText("good: this host would load it", "refused"));
            return report.Good ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<PackageReport> InspectAsync(string path, TrustedKeys keys, bool unsigned, CancellationToken cancellationToken)
    {
        var contracts = await HostContracts.ReadOwnAsync(cancellationToken);
        try
        {
            var entry = new PluginsEntry { Id = PluginsEntry.AnyId, Path = path, Unsigned = unsigned };
            return PackageReport.Of(await new ModuleGate(contracts, keys).InspectAsync(entry, [], cancellationToken), path, contracts.Version, keys.Any);
        }
        catch (ModuleRefusedException refused)
        {
            return PackageReport.Refused(path, refused.Message);
        }
    }

    private static (TrustedKeys Keys, List<string> Problems) ReadKeys(VerbContext context, string[] trusted)
    {
        var (settings, configured) = SettingsCheck.Read(context.Configuration, context.Directory);
        var problems = configured.Where(problem => problem.Key.StartsWith("Modules__", StringComparison.Ordinal)).Select(problem => problem.ToString()).ToList();
        var keys = settings.Modules.TrustedKeys.ToList();
        foreach (var text in trusted)
        {
            var (read, problem) = PublicKeyReader.Read(text, context.Directory);
            keys.AddRange(read);
            if (problem is not null)
            {
                problems.Add($"--trusted {text}: {problem} {PublicKeyReader.Cure}");
            }
        }

        return (new TrustedKeys(keys), problems);
    }
}
