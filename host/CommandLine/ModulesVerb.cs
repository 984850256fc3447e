using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Live;
using DrAivBot.Host.Modules;
using DrAivBot.Host.Modules.Gate;

namespace DrAivBot.Host.CommandLine;

/// <summary><c>draivbot modules list | why | verify | enable | disable | reload | rollback</c></summary>
internal sealed class ModulesVerb(VerbContext context)
{
    private readonly Option<Uri?> url = new("--url")
    {
        Description = "Which host, where several share a data directory: the address of its metrics and health.",
        CustomParser = argument => Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : Complain(argument),
    };

    private readonly Option<string?> data = new("--data") { Description = "The host's data directory; Host__DataDirectory, or data, by default." };
    private readonly Option<bool> json = new("--json") { Description = "Answer as JSON." };

    public static Command Create(VerbContext context) => new ModulesVerb(context).Create();

    private static Uri? Complain(System.CommandLine.Parsing.ArgumentResult argument)
    {
        argument.AddError($"--url: \"{argument.Tokens[0].Value}\" is not an address such as {OperatorSettings.DefaultUrl}.");
        return null;
    }

    private static string Write<T>(T answer, JsonTypeInfo<T> type) => JsonSerializer.Serialize(answer, type) + "\n";

    private Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The module's id in plugins.json." };
        var version = new Argument<string?>("VERSION") { Description = "Which version, as \"why\" names them; the one before the present by default.", Arity = ArgumentArity.ZeroOrOne };
        return new("modules", "The modules of a running host; without one, what plugins.json and the files say.")
        {
            Verb("list", "Every module: version, state, what it did in the last hour, why it does not run.", [], (door, _, stop) => ListAsync(door, stop)),
            Verb("why", "Everything about one module, and why it does not run as plugins.json says.", [id], (door, parsed, stop) => WhyAsync(door, parsed.GetValue(id)!, stop)),
            VerifyVerb.Create(context),
            Act(ModuleActs.Enable, "Switches a module on, in plugins.json and in the running host.", id),
            Act(ModuleActs.Disable, "Switches a module off. Its data, jobs and events wait.", id),
            Act(ModuleActs.Reload, "Loads again what lies at the module's path; ends a rollback.", id),
            Act(ModuleActs.Rollback, "Goes back to a version that ran before, until a reload.", id, version),
        };
    }

    private Command Act(string act, string description, Argument<string> id, Argument<string?>? version = null) => Verb(
        act,
        description,
        version is null ? [id] : [id, version],
        async (door, parsed, stop) =>
        {
            var outcome = await door.ActAsync(parsed.GetValue(id)!, act, version is null ? null : parsed.GetValue(version), stop);
            return new(
                outcome.Message + "\n",
                Write(outcome, ModuleJson.Default.ModuleOutcome),
                outcome.IsDone ? ExitCodes.Ok : outcome.Status is null ? ExitCodes.NotFound : ExitCodes.Refused);
        });

    private static async Task<VerbAnswer> ListAsync(IModuleDoor door, CancellationToken cancellationToken)
    {
        var list = await door.ListAsync(cancellationToken);
        return new(ModuleWords.Describe(list), Write(list, ModuleJson.Default.ModuleList), list.Problem is null ? ExitCodes.Ok : ExitCodes.Configuration);
    }

    private static async Task<VerbAnswer> WhyAsync(IModuleDoor door, string id, CancellationToken cancellationToken)
    {
        var answer = await door.WhyAsync(id, cancellationToken);
        var code = answer.Status switch
        {
            null => ExitCodes.NotFound,
            { State: ModuleState.Refused or ModuleState.Quarantined } or { State: ModuleState.Active, Reason.Length: > 0 } => ExitCodes.Refused,
            _ => ExitCodes.Ok,
        };
        return new(ModuleWords.Describe(answer), Write(answer, ModuleJson.Default.ModuleAnswer), code);
    }

    private Command Verb(string name, string description, Argument[] arguments, Func<IModuleDoor, ParseResult, CancellationToken, Task<VerbAnswer>> answerAsync)
    {
        var command = new Command(name, description) { url, data, json };
        Array.ForEach(arguments, command.Add);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration;
            try
            {
                var answer = await RunAsync(parsed, answerAsync, cancellationToken);
                await output.Output.WriteAsync(parsed.GetValue(json) ? answer.Json : answer.Text);
                return answer.ExitCode;
            }
            catch (VerbFailedException failed)
            {
                await (parsed.GetValue(json)
                    ? output.Output.WriteAsync(Write(new(false, failed.Message, null), ModuleJson.Default.ModuleOutcome))
                    : output.Error.WriteLineAsync(failed.Message));
                return failed.ExitCode;
            }
        });
        return command;
    }

    private async Task<VerbAnswer> RunAsync(
        ParseResult parsed, Func<IModuleDoor, ParseResult, CancellationToken, Task<VerbAnswer>> answerAsync, CancellationToken cancellationToken)
    {
        var (settings, problems) = SettingsCheck.Read(context.Configuration, context.Directory);
        var directories = parsed.GetValue(data) is { } given ? settings.Host with { DataDirectory = Path.GetFullPath(given, context.Directory) } : settings.Host;
        using var host = await RunningHosts.FindAsync(directories.DataDirectory, parsed.GetValue(url), cancellationToken);
        if (host is not null)
        {
            return await answerAsync(host, parsed, cancellationToken);
        }

        var wrong = problems.Where(problem => problem.Key.StartsWith("Modules__", StringComparison.Ordinal)).Select(problem => problem.ToString()).ToList();
        return wrong.Count > 0
            ? throw new VerbFailedException(ExitCodes.Configuration, string.Join('\n', wrong))
            : await answerAsync(await OpenFilesAsync(settings, directories, cancellationToken), parsed, cancellationToken);
    }

    private static async Task<ModulesAtRest> OpenFilesAsync(HostSettings settings, DirectorySettings directories, CancellationToken cancellationToken) => new(
        directories,
        new ModuleGate(await HostContracts.ReadOwnAsync(cancellationToken), new TrustedKeys(settings.Modules.TrustedKeys)),
        new ModuleStore(directories.DataDirectory, TimeProvider.System));
}
