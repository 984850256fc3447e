using DrAivBot.Chaos;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(ChaosOptions.Usage);
    return 0;
}

if (ChaosOptions.Parse(args, out var options) is { } mistake)
{
    await Console.Error.WriteLineAsync($"{mistake}\n\n{ChaosOptions.Usage}");
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
    return await ChaosRun.RunAsync(options, Console.WriteLine, stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
