using System.CommandLine;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Packing;

namespace DrAivBot.Host.CommandLine;

/// <summary><c>draivbot pack FOLDER</c></summary>
internal static class PackVerb
{
    public static Command Create(VerbContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The module's build or publish output; module.json is written into it." };
        var output = new Option<string>("--output", "-o") { Description = "Folder for the zip; this one by default.", DefaultValueFactory = _ => "." };
        var key = new Option<string?>("--key") { Description = "PEM file of the private key to sign with." };
        var main = new Option<string?>("--main") { Description = "The main assembly, where several could be it." };
        var id = new Option<string?>("--id") { Description = "The module's id, where its code does not say it as a constant." };
        var version = new Option<string?>("--module-version") { Description = "The module's version, where its code does not say it as constants." };
        var min = new Option<string?>("--contracts-min") { Description = "Lowest version of the contracts; found out by default." };
        var max = new Option<string?>("--contracts-max") { Description = "Highest version of the contracts, 1.x or 1.3; the whole major version by default." };
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var command = new Command("pack", "Makes a package of a module: module.json with the hash of every file, a signature, and a zip.")
        {
            folder, output, key, main, id, version, min, max, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new()
            {
                Folder = Path.GetFullPath(parsed.GetValue(folder)!, context.Directory),
                Output = Path.GetFullPath(parsed.GetValue(output)!, context.Directory),
                Key = parsed.GetValue(key) is { } path ? Path.GetFullPath(path, context.Directory) : null,
                Main = parsed.GetValue(main),
                Id = parsed.GetValue(id),
                Version = parsed.GetValue(version),
                ContractsMin = parsed.GetValue(min),
                ContractsMax = parsed.GetValue(max),
            },
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(PackOptions options, bool asJson, TextWriter output, CancellationToken cancellationToken)
    {
        var history = await ContractsHistory.ReadAsync(cancellationToken);
        PackageReport report;
        try
        {
            var (zip, package) = await new ModulePacker(history).PackAsync(options, cancellationToken);
            report = PackageReport.Of(package, package.Problems.Count == 0 ? zip : options.Folder, history.Newest.Version, signatureChecked: options.Key is not null);
        }
        catch (Exception refused) when (refused is ModuleRefusedException or IOException or UnauthorizedAccessException)
        {
            report = PackageReport.Refused(options.Folder, refused.Message);
        }

        await output.WriteAsync(asJson ? report.ToJson() : report.ToText("packed", "not packed"));
        return report.Good ? ExitCodes.Ok : ExitCodes.Refused;
    }
}
