using System.CommandLine;
using System.Text.Json;
using DrAivBot.Host.Configuration;

namespace DrAivBot.Host.CommandLine;

/// <summary><c>draivbot check-config</c></summary>
internal static class CheckConfigVerb
{
    public const string Name = "check-config";

    public static Command Create(VerbContext context)
    {
        var json = new Option<bool>("--json") { Description = "Answer as JSON." };
        var command = new Command(Name, "Checks the settings and plugins.json, and starts nothing.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var check = await ConfigurationCheck.RunAsync(context.Configuration, context.Directory, cancellationToken);
            var isGood = check.Problems.Count == 0;
            var output = parsed.InvocationConfiguration;
            await (parsed.GetValue(json)
                ? output.Output.WriteLineAsync(JsonSerializer.Serialize(new(isGood, check.Problems), ConfigurationReportJson.Default.ConfigurationReport))
                : (isGood ? output.Output : output.Error).WriteLineAsync(check.Words));
            return isGood ? ExitCodes.Ok : ExitCodes.Configuration;
        });
        return command;
    }
}
