using DrAivBot.Chaos;
using DrAivBot.Chaos.Reloads;

if (args is ["--help" or "-h"])
{
    Console.WriteLine($"{ChaosOptions.Usage}\n\n{ReloadOptions.Usage}");
    return 0;
}

var isReloads = args is ["reloads", ..];
var (chaos, reloads) = (new ChaosOptions(), new ReloadOptions());
if ((isReloads ? ReloadOptions.Parse(args[1..], out reloads) : ChaosOptions.Parse(args, out chaos)) is { } mistake)
{
    await Console.Error.WriteLineAsync($"{mistake}\n\n{(isReloads ? ReloadOptions.Usage : ChaosOptions.Usage)}");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.CancelAfter(TimeSpan.Zero);
};
try
{
    var isGood = isReloads
        ? await ReloadRun.RunAsync(reloads, Console.WriteLine, stop.Token)
        : await ChaosRun.RunAsync(chaos, Console.WriteLine, stop.Token);
    return isGood ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
