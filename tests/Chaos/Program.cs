using DrAivBot.Chaos;
using DrAivBot.Chaos.Reloads;
using DrAivBot.Chaos.Reminders;
using DrAivBot.Chaos.Reports;

if (args is ["--help" or "-h"])
{
    Console.WriteLine($"{ChaosOptions.Usage}\n\n{ReloadOptions.Usage}\n\n{ReminderOptions.Usage}\n\n{ReportOptions.Usage}");
    return 0;
}

var (chaos, reloads, reminders, reports) = (new ChaosOptions(), new ReloadOptions(), new ReminderOptions(), new ReportOptions());
var (mistake, usage) = args switch
{
    ["reloads", ..] => (ReloadOptions.Parse(args[1..], out reloads), ReloadOptions.Usage),
    ["reminders", ..] => (ReminderOptions.Parse(args[1..], out reminders), ReminderOptions.Usage),
    ["reports", ..] => (ReportOptions.Parse(args[1..], out reports), ReportOptions.Usage),
    _ => (ChaosOptions.Parse(args, out chaos), ChaosOptions.Usage),
};
if (mistake is not null)
{
    await Console.Error.WriteLineAsync($"{mistake}\n\n{usage}");
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
    var isGood = args switch
    {
        ["reloads", ..] => await ReloadRun.RunAsync(reloads, Console.WriteLine, stop.Token),
        ["reminders", ..] => await ReminderRun.RunAsync(reminders, Console.WriteLine, stop.Token),
        ["reports", ..] => await ReportRun.RunAsync(reports, Console.WriteLine, stop.Token),
        _ => await ChaosRun.RunAsync(chaos, Console.WriteLine, stop.Token),
    };
    return isGood ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
