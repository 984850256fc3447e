using System.CommandLine;
using DrAivBot.Host.Configuration;
using DrAivBot.Host.Modules.Packing;

namespace DrAivBot.Host.CommandLine;

/// <summary><c>draivbot keygen NAME</c></summary>
internal static class KeygenVerb
{
    public static Command Create(VerbContext context)
    {
        var name = new Argument<string>("NAME") { Description = "Path and beginning of the two files." };
        var command = new Command("keygen", "Makes a pair of keys for signing modules: NAME.private.pem and NAME.public.pem.") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(name)!, context.Directory);
            var output = parsed.InvocationConfiguration;
            try
            {
                var key = await SigningKey.CreateAsync(path + ".private.pem", path + ".public.pem", cancellationToken);
                await output.Output.WriteLineAsync(
                    $"Key {key}\n  {path}.private.pem  signs: draivbot pack FOLDER --key {path}.private.pem. Keep it secret, and off the bot's machine.\n"
                    + $"  {path}.public.pem   goes to those who run the bot: Modules__TrustedKeys={path}.public.pem");
                return ExitCodes.Ok;
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                await output.Error.WriteLineAsync($"The keys were not made: {failed.Message} Existing keys are never overwritten; choose another name or place.");
                return ExitCodes.CannotCreate;
            }
        });
        return command;
    }
}
